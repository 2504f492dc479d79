/** Turnout's processes: what is started, where it is recorded, how it is asked and stopped. */
@NullMarked
package dev.turnout.cli.server;

import org.jspecify.annotations.NullMarked;
