/** What the gateway sees of a Responses request in one pass. */
@NullMarked
package dev.turnout.protocol.responses.peek;

import org.jspecify.annotations.NullMarked;
