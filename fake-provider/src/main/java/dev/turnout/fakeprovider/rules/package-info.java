/** What vendors refuse in a request, in their words: a wrong translation shows here at once. */
@NullMarked
package dev.turnout.fakeprovider.rules;

import org.jspecify.annotations.NullMarked;
