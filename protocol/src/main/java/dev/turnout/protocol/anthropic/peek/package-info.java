/**
 * Looks at requests of the Anthropic Messages dialect: their traits, and where they may be edited.
 */
@NullMarked
package dev.turnout.protocol.anthropic.peek;

import org.jspecify.annotations.NullMarked;
