/** The engines that can be asked: one small class each, and what they share. */
@NullMarked
package dev.turnout.search.engine;

import org.jspecify.annotations.NullMarked;
