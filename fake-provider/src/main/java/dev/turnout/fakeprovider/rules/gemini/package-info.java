/** What Google refuses in a request to Gemini, in its words. */
@NullMarked
package dev.turnout.fakeprovider.rules.gemini;

import org.jspecify.annotations.NullMarked;
