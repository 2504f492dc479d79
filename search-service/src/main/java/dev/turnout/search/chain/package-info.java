/** The configured engines in their order, asked until one answers. */
@NullMarked
package dev.turnout.search.chain;

import org.jspecify.annotations.NullMarked;
