/**
 * A scripted upstream for tests and measurements: it speaks Anthropic Messages as a vendor does,
 * fails in the ways vendors fail, and remembers what it was sent.
 */
@NullMarked
package dev.turnout.fakeprovider;

import org.jspecify.annotations.NullMarked;
