/** Reasoning that comes back to who thought it: the keys of its seals, and what clients strip. */
@NullMarked
package dev.turnout.adapter.reasoning;

import org.jspecify.annotations.NullMarked;
