/**
 * Looks at requests of the OpenAI Chat Completions dialect: their traits, and where they may be
 * edited.
 */
@NullMarked
package dev.turnout.protocol.chat.peek;

import org.jspecify.annotations.NullMarked;
