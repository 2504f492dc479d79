/** The way of one request: plan, attempts at its targets in order, and the end. */
@NullMarked
package dev.turnout.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
