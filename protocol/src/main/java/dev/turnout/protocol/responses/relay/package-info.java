/** Answers of the Responses API on their way to a client that speaks it. */
@NullMarked
package dev.turnout.protocol.responses.relay;

import org.jspecify.annotations.NullMarked;
