package dev.turnout.contracts;

import java.time.Instant;

/**
 * What travels with every call between services, as an argument since a call within one JVM passes
 * no filter.
 *
 * @param requestId the id that the client sees and every log line bears
 * @param principal who is calling
 * @param deadline when the caller stops waiting for the whole answer
 */
public record CallContext(String requestId, Principal principal, Instant deadline) {}
