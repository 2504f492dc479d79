/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.reasoning;

import org.jspecify.annotations.NullMarked;
