/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.sse;

import org.jspecify.annotations.NullMarked;
