/** Which pages of the web a search may show. */
@NullMarked
package dev.turnout.search.domain;

import org.jspecify.annotations.NullMarked;
