/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.relay;

import org.jspecify.annotations.NullMarked;
