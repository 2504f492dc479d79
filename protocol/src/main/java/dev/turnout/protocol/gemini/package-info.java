/** Google's Gemini API, toward providers only: which role is filled where. */
@NullMarked
package dev.turnout.protocol.gemini;

import org.jspecify.annotations.NullMarked;
