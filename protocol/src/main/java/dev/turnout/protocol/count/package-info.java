/** How many tokens a prompt has, counted with a real tokenizer where no provider counts. */
@NullMarked
package dev.turnout.protocol.count;

import org.jspecify.annotations.NullMarked;
