/** The OpenAI Chat Completions dialect. */
@NullMarked
package dev.turnout.protocol.chat;

import org.jspecify.annotations.NullMarked;
