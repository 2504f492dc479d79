/** The dialects: bytes to meaning and back. Pure Java, no I/O, no clock. */
@NullMarked
package dev.turnout.protocol;

import org.jspecify.annotations.NullMarked;
