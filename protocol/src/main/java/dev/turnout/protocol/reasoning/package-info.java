/**
 * Reasoning on its way through clients that know nothing of where it comes from: sealed into the
 * signature of a thinking block, and given back to its origin only.
 */
@NullMarked
package dev.turnout.protocol.reasoning;

import org.jspecify.annotations.NullMarked;
