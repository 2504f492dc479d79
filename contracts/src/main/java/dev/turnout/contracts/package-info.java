/**
 * What the services of Turnout say to each other. Here: the words that every contract uses (target,
 * dialect, principal, problem, call context); below, one package per callee with its interface and
 * its records. Nothing here does anything, and nothing here knows Quarkus.
 */
@NullMarked
package dev.turnout.contracts;

import org.jspecify.annotations.NullMarked;
