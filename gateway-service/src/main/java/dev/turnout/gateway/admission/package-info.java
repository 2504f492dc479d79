/**
 * Whether a request may go on now: an ordered list of steps, each settled when the request ends.
 */
@NullMarked
package dev.turnout.gateway.admission;

import org.jspecify.annotations.NullMarked;
