/** What counts in the prompt of a Responses request. */
@NullMarked
package dev.turnout.protocol.responses.count;

import org.jspecify.annotations.NullMarked;
