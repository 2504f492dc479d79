/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.call;

import org.jspecify.annotations.NullMarked;
