/** Reads requests of the OpenAI Chat Completions dialect into conversations, and writes them. */
@NullMarked
package dev.turnout.protocol.chat.request;

import org.jspecify.annotations.NullMarked;
