/**
 * Traits in, plan out: {@link dev.turnout.routing.Precedence} holds the rules, {@link
 * dev.turnout.routing.RoutingTable} what they look up, {@link dev.turnout.routing.RoutePlanner}
 * asks one after the other. docs/routing.md tells users the same.
 */
@NullMarked
package dev.turnout.routing;

import org.jspecify.annotations.NullMarked;
