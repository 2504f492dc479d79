/** A client's web search answered with hits, and no model asked. */
@NullMarked
package dev.turnout.adapter.search;

import org.jspecify.annotations.NullMarked;
