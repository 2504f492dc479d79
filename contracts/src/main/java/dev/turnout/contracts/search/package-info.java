/** The contract of a web search: a query in, hits out. */
@NullMarked
package dev.turnout.contracts.search;

import org.jspecify.annotations.NullMarked;
