/** Answers of the Responses API, read and written. */
@NullMarked
package dev.turnout.protocol.responses.reply;

import org.jspecify.annotations.NullMarked;
