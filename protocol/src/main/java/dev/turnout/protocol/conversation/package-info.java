/**
 * A request understood: the typed conversation between the dialects, shaped after Anthropic
 * Messages, the richest of them. A dialect reads it from its own bytes or writes it to them; no
 * dialect knows another.
 */
@NullMarked
package dev.turnout.protocol.conversation;

import org.jspecify.annotations.NullMarked;
