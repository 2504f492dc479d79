/** Tests of the package of this name. */
@NullMarked
package dev.turnout.protocol.responses.request;

import org.jspecify.annotations.NullMarked;
