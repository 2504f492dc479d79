/** What Turnout promises, asked of the real processes from outside: one suite, every wiring. */
@NullMarked
package dev.turnout.acceptance;

import org.jspecify.annotations.NullMarked;
