/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.conversation;

import org.jspecify.annotations.NullMarked;
