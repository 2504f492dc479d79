/** Reads requests of the Anthropic Messages dialect into conversations, and writes them. */
@NullMarked
package dev.turnout.protocol.anthropic.request;

import org.jspecify.annotations.NullMarked;
