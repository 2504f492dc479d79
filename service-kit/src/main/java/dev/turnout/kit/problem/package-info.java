/** A problem on its way from one service to another: to HTTP and back, in one place. */
@NullMarked
package dev.turnout.kit.problem;

import org.jspecify.annotations.NullMarked;
