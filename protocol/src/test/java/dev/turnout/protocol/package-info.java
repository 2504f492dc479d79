/** What the tests of several packages share, and the test of the list of dialects. */
@NullMarked
package dev.turnout.protocol;

import org.jspecify.annotations.NullMarked;
