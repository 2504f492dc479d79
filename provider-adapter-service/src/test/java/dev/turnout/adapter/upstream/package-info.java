/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.upstream;

import org.jspecify.annotations.NullMarked;
