/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.reply;

import org.jspecify.annotations.NullMarked;
