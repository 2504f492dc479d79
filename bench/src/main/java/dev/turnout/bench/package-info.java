/** Measurements. */
@NullMarked
package dev.turnout.bench;

import org.jspecify.annotations.NullMarked;
