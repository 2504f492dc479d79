/** Watches replies of the Anthropic Messages dialect that are relayed as they are. */
@NullMarked
package dev.turnout.protocol.anthropic.relay;

import org.jspecify.annotations.NullMarked;
