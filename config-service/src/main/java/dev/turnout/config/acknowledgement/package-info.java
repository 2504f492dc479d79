/** Which replica serves from which revision. */
@NullMarked
package dev.turnout.config.acknowledgement;

import org.jspecify.annotations.NullMarked;
