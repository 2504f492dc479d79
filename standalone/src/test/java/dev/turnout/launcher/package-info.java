/** The command line as a user has it: a process of its own, in a home of its own. */
@NullMarked
package dev.turnout.launcher;

import org.jspecify.annotations.NullMarked;
