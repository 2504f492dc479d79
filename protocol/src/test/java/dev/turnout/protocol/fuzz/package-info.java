/** What takes bytes from outside, fed with bytes of all kinds. */
@NullMarked
package dev.turnout.protocol.fuzz;

import org.jspecify.annotations.NullMarked;
