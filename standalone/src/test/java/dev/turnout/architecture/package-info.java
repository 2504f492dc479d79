/** The shape of the suite, asked of its classes, poms and settings. */
@NullMarked
package dev.turnout.architecture;

import org.jspecify.annotations.NullMarked;
