/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses.wire;

import org.jspecify.annotations.NullMarked;
