/** Claude Code, started with Turnout behind it. */
@NullMarked
package dev.turnout.cli.code;

import org.jspecify.annotations.NullMarked;
