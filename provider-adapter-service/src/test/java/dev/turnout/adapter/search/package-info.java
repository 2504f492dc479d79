/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.search;

import org.jspecify.annotations.NullMarked;
