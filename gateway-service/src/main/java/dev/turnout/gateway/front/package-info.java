/**
 * The endpoints that clients call: from an HTTP request to an {@code Arrival}, or to an answer at
 * once.
 */
@NullMarked
package dev.turnout.gateway.front;

import org.jspecify.annotations.NullMarked;
