/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.failure;

import org.jspecify.annotations.NullMarked;
