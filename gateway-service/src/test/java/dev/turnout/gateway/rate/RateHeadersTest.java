package dev.turnout.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Limits.Rate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients are told of their limits, in the forms of their vendors. */
class RateHeadersTest {

    private static final Bucket BUCKET = Bucket.ofUser("anna", new Rate(6, 60));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,         60, 2026-11-23T12:00:00Z, 0ms
                    1,         59, 2026-11-23T12:00:01Z, 1ms
                    11500,     59, 2026-11-23T12:00:01Z, 12ms
                    1000000,   59, 2026-11-23T12:00:01Z, 1s
                    9000001,   59, 2026-11-23T12:00:10Z, 10s
                    59000001,  54, 2026-11-23T12:01:00Z, 1m0s
                    360000000, 24, 2026-11-23T12:06:00Z, 6m0s
                    600000000, 0,  2026-11-23T12:10:00Z, 10m0s
                    """)
    void eachDialectHasItsNamesAndItsKindOfTime(
            long aheadMicros, String remaining, String time, String duration) {
        var standing = new Standing(BUCKET, aheadMicros);
        var now = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(RateHeaders.of(Dialect.ANTHROPIC, standing, now))
                .containsExactly(
                        new Header("anthropic-ratelimit-requests-limit", "60"),
                        new Header("anthropic-ratelimit-requests-remaining", remaining),
                        new Header("anthropic-ratelimit-requests-reset", time));
        assertThat(RateHeaders.of(Dialect.OPENAI_CHAT, standing, now))
                .containsExactly(
                        new Header("x-ratelimit-limit-requests", "60"),
                        new Header("x-ratelimit-remaining-requests", remaining),
                        new Header("x-ratelimit-reset-requests", duration));
    }

    @Test
    void geminiHasNone() {
        assertThat(RateHeaders.of(Dialect.GEMINI, new Standing(BUCKET, 0), Instant.EPOCH))
                .isEmpty();
    }
}
