package dev.turnout.contracts.routing;

import dev.turnout.contracts.CallContext;

/** The question to routing: who asks, and what the request looks like. */
public record PlanRequest(CallContext context, Traits traits) {}
