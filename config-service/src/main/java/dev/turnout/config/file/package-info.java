/** Files that are watched, and the document that is one of them. */
@NullMarked
package dev.turnout.config.file;

import org.jspecify.annotations.NullMarked;
