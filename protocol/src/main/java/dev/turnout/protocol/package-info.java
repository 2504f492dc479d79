/**
 * The dialects: bytes to meaning and back. Pure Java, no I/O, no clock.
 *
 * <p>Each dialect is one package with the same roles in the same files; {@link Dialects} lists
 * them, and the other packages are what they share.
 */
@NullMarked
package dev.turnout.protocol;

import org.jspecify.annotations.NullMarked;
