/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.anthropic.request;

import org.jspecify.annotations.NullMarked;
