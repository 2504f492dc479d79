/**
 * What every command stands on: where files lie, how a command may end, and how JSON is written.
 */
@NullMarked
package dev.turnout.cli.place;

import org.jspecify.annotations.NullMarked;
