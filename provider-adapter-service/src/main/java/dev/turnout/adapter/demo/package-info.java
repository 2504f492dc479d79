/** The provider that needs no network and no key: it answers, and says how to get a real one. */
@NullMarked
package dev.turnout.adapter.demo;

import org.jspecify.annotations.NullMarked;
