/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.count;

import org.jspecify.annotations.NullMarked;
