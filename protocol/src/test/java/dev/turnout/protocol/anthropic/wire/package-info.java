/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.wire;

import org.jspecify.annotations.NullMarked;
