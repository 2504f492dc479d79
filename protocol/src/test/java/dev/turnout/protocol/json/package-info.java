/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.json;

import org.jspecify.annotations.NullMarked;
