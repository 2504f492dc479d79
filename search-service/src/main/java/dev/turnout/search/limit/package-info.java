/** How long anything may take. */
@NullMarked
package dev.turnout.search.limit;

import org.jspecify.annotations.NullMarked;
