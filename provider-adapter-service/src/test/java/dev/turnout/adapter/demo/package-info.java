/** Tests of the package of this name. */
@NullMarked
package dev.turnout.adapter.demo;

import org.jspecify.annotations.NullMarked;
