/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses.reply;

import org.jspecify.annotations.NullMarked;
