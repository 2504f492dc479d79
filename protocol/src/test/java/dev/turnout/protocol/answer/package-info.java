/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.answer;

import org.jspecify.annotations.NullMarked;
