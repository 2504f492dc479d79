/** How a client is pointed at Turnout. */
@NullMarked
package dev.turnout.cli.client;

import org.jspecify.annotations.NullMarked;
