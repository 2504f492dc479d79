/** The names of what Turnout measures. */
@NullMarked
package dev.turnout.kit.metrics;

import org.jspecify.annotations.NullMarked;
