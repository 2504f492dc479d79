/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.count;

import org.jspecify.annotations.NullMarked;
