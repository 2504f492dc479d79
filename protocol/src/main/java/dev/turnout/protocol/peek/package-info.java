/** What a request tells at a glance, in words that all dialects share. */
@NullMarked
package dev.turnout.protocol.peek;

import org.jspecify.annotations.NullMarked;
