/** How often requests may come, by key, user and address, over all gateways together. */
@NullMarked
package dev.turnout.gateway.rate;

import org.jspecify.annotations.NullMarked;
