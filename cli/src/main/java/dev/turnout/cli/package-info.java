/** The command {@code turnout}. */
@NullMarked
package dev.turnout.cli;

import org.jspecify.annotations.NullMarked;
