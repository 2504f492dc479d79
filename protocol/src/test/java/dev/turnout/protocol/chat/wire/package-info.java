/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.chat.wire;

import org.jspecify.annotations.NullMarked;
