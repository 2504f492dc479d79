/** Secrets of providers: resolved here and nowhere else, when they are used. */
@NullMarked
package dev.turnout.adapter.credential;

import org.jspecify.annotations.NullMarked;
