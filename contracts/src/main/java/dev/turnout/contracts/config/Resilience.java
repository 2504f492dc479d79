package dev.turnout.contracts.config;

/**
 * How long an attempt may be silent. All in milliseconds.
 *
 * @param connectMs until a connection to the provider stands
 * @param firstEventMs from the request until the first meaningful event of the answer
 * @param silenceMs between two pieces of an answer that has begun
 */
public record Resilience(long connectMs, long firstEventMs, long silenceMs) {

    public static final Resilience DEFAULT = new Resilience(5_000, 180_000, 120_000);
}
