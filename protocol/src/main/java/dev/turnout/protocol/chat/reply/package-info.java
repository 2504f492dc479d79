/** Decodes and encodes replies of the OpenAI Chat Completions dialect. */
@NullMarked
package dev.turnout.protocol.chat.reply;

import org.jspecify.annotations.NullMarked;
