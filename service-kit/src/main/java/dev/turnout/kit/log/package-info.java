/** The request id in every line that is logged for a request. */
@NullMarked
package dev.turnout.kit.log;

import org.jspecify.annotations.NullMarked;
