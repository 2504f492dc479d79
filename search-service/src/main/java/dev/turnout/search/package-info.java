/**
 * A query in, hits out. Here: the contract's answer, from the engines of the newest revision, each
 * question asked once; below: the engines, their order, what is done with hits, and what is kept.
 */
@NullMarked
package dev.turnout.search;

import org.jspecify.annotations.NullMarked;
