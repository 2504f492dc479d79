/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter;

import org.jspecify.annotations.NullMarked;
