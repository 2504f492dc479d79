/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.credential;

import org.jspecify.annotations.NullMarked;
