/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses;

import org.jspecify.annotations.NullMarked;
