/** Tests of the Gemini dialect as a whole. */
@NullMarked
package dev.turnout.protocol.gemini;

import org.jspecify.annotations.NullMarked;
