/** Answers that were given a moment ago, and those that are on their way. */
@NullMarked
package dev.turnout.search.cache;

import org.jspecify.annotations.NullMarked;
