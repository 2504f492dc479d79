/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.edit;

import org.jspecify.annotations.NullMarked;
