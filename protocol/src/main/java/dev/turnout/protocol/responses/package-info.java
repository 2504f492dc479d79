/** OpenAI's Responses API: which role is filled where. */
@NullMarked
package dev.turnout.protocol.responses;

import org.jspecify.annotations.NullMarked;
