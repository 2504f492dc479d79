/** Turnout as real processes on loopback: in one JVM, or five with a real Redis and PostgreSQL. */
@NullMarked
package dev.turnout.acceptance.stack;

import org.jspecify.annotations.NullMarked;
