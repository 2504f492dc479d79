/** Words and shapes of the Anthropic Messages dialect that several of its roles know. */
@NullMarked
package dev.turnout.protocol.anthropic.wire;

import org.jspecify.annotations.NullMarked;
