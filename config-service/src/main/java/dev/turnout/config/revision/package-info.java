/** Accepted documents, numbered and kept: the newest is what everybody serves from. */
@NullMarked
package dev.turnout.config.revision;

import org.jspecify.annotations.NullMarked;
