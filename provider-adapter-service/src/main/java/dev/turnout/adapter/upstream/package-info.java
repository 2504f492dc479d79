/** A request to a provider: where it goes, under which headers, with which credential and body. */
@NullMarked
package dev.turnout.adapter.upstream;

import org.jspecify.annotations.NullMarked;
