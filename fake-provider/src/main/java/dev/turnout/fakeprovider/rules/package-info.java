/** What OpenAI refuses in a request, in its words: a wrong translation shows here and not later. */
@NullMarked
package dev.turnout.fakeprovider.rules;

import org.jspecify.annotations.NullMarked;
