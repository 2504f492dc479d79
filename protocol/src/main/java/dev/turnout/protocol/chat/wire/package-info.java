/** Words and shapes of the OpenAI Chat Completions dialect that several of its roles know. */
@NullMarked
package dev.turnout.protocol.chat.wire;

import org.jspecify.annotations.NullMarked;
