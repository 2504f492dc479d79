/**
 * Counting the tokens of a prompt: by the provider where it counts, else by a tokenizer of ours.
 */
@NullMarked
package dev.turnout.adapter.count;

import org.jspecify.annotations.NullMarked;
