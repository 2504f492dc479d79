/** What counts in the prompt of a Messages request. */
@NullMarked
package dev.turnout.protocol.anthropic.count;

import org.jspecify.annotations.NullMarked;
