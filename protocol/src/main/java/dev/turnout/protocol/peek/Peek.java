package dev.turnout.protocol.peek;

import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.routing.Traits;

/**
 * What one pass over a request's body tells.
 *
 * @param traits for routing
 * @param outline for edits; spans lie in the received bytes
 */
public record Peek(Traits traits, Outline outline) {}
