/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.count;

import org.jspecify.annotations.NullMarked;
