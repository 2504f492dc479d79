/** How things stand, for people and the command line. */
@NullMarked
package dev.turnout.config.status;

import org.jspecify.annotations.NullMarked;
