/** What becomes of an answer's calls on the way to the client: their inputs, and their number. */
@NullMarked
package dev.turnout.protocol.call;

import org.jspecify.annotations.NullMarked;
