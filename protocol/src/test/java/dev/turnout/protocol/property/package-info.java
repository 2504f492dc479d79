/** What holds for whatever is said, tried on requests, answers and bytes made at random. */
@NullMarked
package dev.turnout.protocol.property;

import org.jspecify.annotations.NullMarked;
