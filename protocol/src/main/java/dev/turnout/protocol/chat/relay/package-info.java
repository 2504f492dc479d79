/** Watches replies of the OpenAI Chat Completions dialect that are relayed as they are. */
@NullMarked
package dev.turnout.protocol.chat.relay;

import org.jspecify.annotations.NullMarked;
