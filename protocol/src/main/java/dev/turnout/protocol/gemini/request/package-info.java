/** Gemini requests, written. */
@NullMarked
package dev.turnout.protocol.gemini.request;

import org.jspecify.annotations.NullMarked;
