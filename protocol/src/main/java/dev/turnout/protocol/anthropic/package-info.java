/** The Anthropic Messages dialect. */
@NullMarked
package dev.turnout.protocol.anthropic;

import org.jspecify.annotations.NullMarked;
