/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic;

import org.jspecify.annotations.NullMarked;
