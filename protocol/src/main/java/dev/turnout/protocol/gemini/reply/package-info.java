/** Answers of the Gemini API, read. */
@NullMarked
package dev.turnout.protocol.gemini.reply;

import org.jspecify.annotations.NullMarked;
