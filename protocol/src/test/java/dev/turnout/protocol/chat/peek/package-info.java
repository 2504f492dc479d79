/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.chat.peek;

import org.jspecify.annotations.NullMarked;
