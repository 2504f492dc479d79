/** The contract of one attempt at one target: a call in, a stream of reply frames out. */
@NullMarked
package dev.turnout.contracts.provider;

import org.jspecify.annotations.NullMarked;
