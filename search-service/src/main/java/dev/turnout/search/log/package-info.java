/** What is written down of a search: which engine, what came of it, never what was looked for. */
@NullMarked
package dev.turnout.search.log;

import org.jspecify.annotations.NullMarked;
