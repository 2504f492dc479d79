/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses.relay;

import org.jspecify.annotations.NullMarked;
