/** Traits in, plan out. */
@NullMarked
package dev.turnout.routing;

import org.jspecify.annotations.NullMarked;
