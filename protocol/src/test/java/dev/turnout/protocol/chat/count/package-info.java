/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.chat.count;

import org.jspecify.annotations.NullMarked;
