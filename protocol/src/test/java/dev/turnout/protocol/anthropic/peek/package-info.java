/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.peek;

import org.jspecify.annotations.NullMarked;
