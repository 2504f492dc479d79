/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.peek;

import org.jspecify.annotations.NullMarked;
