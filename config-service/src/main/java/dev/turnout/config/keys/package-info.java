/** The client keys, read from their file. */
@NullMarked
package dev.turnout.config.keys;

import org.jspecify.annotations.NullMarked;
