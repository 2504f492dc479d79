package dev.turnout.gateway.rate;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tells a client how a bucket stands, by the names of its dialect: {@code
 * anthropic-ratelimit-requests-*} with a time in RFC 3339, {@code x-ratelimit-*-requests} with a
 * duration. The limit is the burst, since it is what {@code remaining} counts down from.
 */
public final class RateHeaders {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private RateHeaders() {}

    public static List<Header> of(Dialect dialect, Standing standing, Instant now) {
        var limit = Integer.toString(standing.bucket().rate().burst());
        var remaining = Long.toString(standing.remaining());
        return switch (dialect) {
            case ANTHROPIC ->
                    List.of(
                            new Header("anthropic-ratelimit-requests-limit", limit),
                            new Header("anthropic-ratelimit-requests-remaining", remaining),
                            new Header(
                                    "anthropic-ratelimit-requests-reset",
                                    time(now.plus(standing.untilFull()))));
            case OPENAI_CHAT, OPENAI_RESPONSES ->
                    List.of(
                            new Header("x-ratelimit-limit-requests", limit),
                            new Header("x-ratelimit-remaining-requests", remaining),
                            new Header(
                                    "x-ratelimit-reset-requests", duration(standing.untilFull())));
            case GEMINI -> List.of();
        };
    }

    /** Whole seconds, rounded up. */
    private static String time(Instant reset) {
        return reset.plusNanos(SECOND.toNanos() - 1).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As OpenAI writes it: {@code 12ms}, {@code 3s}, {@code 6m0s}; rounded up. */
    private static String duration(Duration reset) {
        if (reset.compareTo(SECOND) < 0) {
            return Math.ceilDiv(reset.toNanos(), 1_000_000) + "ms";
        }
        var seconds = reset.plusNanos(SECOND.toNanos() - 1);
        return seconds.toMinutes() > 0
                ? "%dm%ds".formatted(seconds.toMinutes(), seconds.toSecondsPart())
                : seconds.toSeconds() + "s";
    }
}
