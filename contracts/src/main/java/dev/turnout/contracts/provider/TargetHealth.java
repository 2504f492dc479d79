package dev.turnout.contracts.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.turnout.contracts.Target;
import java.time.Instant;

/**
 * What an adapter has lately seen of a target.
 *
 * @param breaker whether calls are let through
 * @param firstEventMillis how long the first event took of late
 * @param at when this was seen
 */
public record TargetHealth(Target target, Breaker breaker, long firstEventMillis, Instant at) {

    /** The state of a circuit breaker. */
    public enum Breaker {
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("half-open")
        HALF_OPEN,
        @JsonProperty("open")
        OPEN
    }
}
