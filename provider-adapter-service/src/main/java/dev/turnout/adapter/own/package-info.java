/** Answers of our own making, in any client's dialect. */
@NullMarked
package dev.turnout.adapter.own;

import org.jspecify.annotations.NullMarked;
