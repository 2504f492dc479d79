/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.attempt;

import org.jspecify.annotations.NullMarked;
