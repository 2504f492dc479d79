/** What counts in the prompt of a Chat Completions request. */
@NullMarked
package dev.turnout.protocol.chat.count;

import org.jspecify.annotations.NullMarked;
