/** Decodes and encodes replies of the Anthropic Messages dialect. */
@NullMarked
package dev.turnout.protocol.anthropic.reply;

import org.jspecify.annotations.NullMarked;
