/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.chat.relay;

import org.jspecify.annotations.NullMarked;
