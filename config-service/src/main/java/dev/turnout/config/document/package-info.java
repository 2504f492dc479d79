/**
 * The configuration document: read, checked by its schema and by its meaning, and understood; or
 * made up from the environment where there is none. Plain Java without a container, since the
 * command line uses it too.
 */
@NullMarked
package dev.turnout.config.document;

import org.jspecify.annotations.NullMarked;
