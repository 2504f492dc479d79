/** One try at one target: from the request until the last byte of the reply. */
@NullMarked
package dev.turnout.adapter.attempt;

import org.jspecify.annotations.NullMarked;
