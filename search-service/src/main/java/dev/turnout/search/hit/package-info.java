/** What is done with every engine's hits before anybody sees them. */
@NullMarked
package dev.turnout.search.hit;

import org.jspecify.annotations.NullMarked;
