/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.provider;

import org.jspecify.annotations.NullMarked;
