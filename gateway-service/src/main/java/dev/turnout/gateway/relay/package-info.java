/**
 * What the client gets: the provider's answer as it came, pings in its silence, problems in its
 * dialect.
 */
@NullMarked
package dev.turnout.gateway.relay;

import org.jspecify.annotations.NullMarked;
