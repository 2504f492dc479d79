/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses.peek;

import org.jspecify.annotations.NullMarked;
