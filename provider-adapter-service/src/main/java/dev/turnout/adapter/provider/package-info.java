/** The configured providers, made ready for calls, at each revision that calls may still bear. */
@NullMarked
package dev.turnout.adapter.provider;

import org.jspecify.annotations.NullMarked;
