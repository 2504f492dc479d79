/** A query in, hits out. */
@NullMarked
package dev.turnout.search;

import org.jspecify.annotations.NullMarked;
