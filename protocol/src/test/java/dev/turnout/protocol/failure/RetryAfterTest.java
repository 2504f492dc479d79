package dev.turnout.protocol.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.peek.HeaderLookup;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final String NOW = "Mon, 23 Nov 2026 10:00:00 GMT";
    private static final ErrorText SAYS_NOTHING = new ErrorText("", "", "", "", 0, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after         | 3                              | 3",
                "retry-after         | 0                              | 0",
                "retry-after         | 3600                           | 3600",
                "retry-after         | 1.2                            | 2",
                "retry-after         | ' 7 '                          | 7",
                "retry-after         | -1                             |",
                "retry-after         | soon                           |",
                "retry-after         | NaN                            |",
                "retry-after         | 99999999999999                 | 2147483647",
                "retry-after         | Mon, 23 Nov 2026 10:01:30 GMT  | 90",
                "retry-after         | Mon, 23 Nov 2026 09:00:00 GMT  | 0",
                "retry-after-ms      | 1500                           | 2",
                "retry-after-ms      | 20                             | 1",
                "x-ms-retry-after-ms | 4000                           | 4",
                "x-other             | 4                              |",
            })
    void everyFormIsRead(String header, String value, @Nullable Integer seconds) {
        var headers = new HashMap<String, String>();
        headers.put(header, value);
        headers.put("date", NOW);
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1500 | 30 | 2", "none | 30 | 30"})
    void millisecondsComeFirst(String millis, String value, int seconds) {
        var headers = new HashMap<String, String>();
        headers.put("retry-after-ms", millis);
        headers.put("retry-after", value);
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"yesterday", "''"},
            nullValues = "-")
    void aDateNeedsTheAnswersOwn(String date) {
        var headers = new HashMap<String, String>();
        headers.put("retry-after", NOW);
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isNull();
        headers.put("date", date);
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please try again in 20s. Visit us.    | 20",
                "Please try again in 7.66s.            | 8",
                "Please try again in 6m0s.             | 360",
                "Please try again in 1h2m3s.           | 3723",
                "Please try again in 120ms.            | 1",
                "Please retry after 20 seconds.        | 20",
                "Please retry in 17.5s.                | 18",
                "Wait 2 minutes.                       | 120",
                "Please try again later.               |",
                "You may retry 3 times.                |",
                "Try again in 5 fortnights             |",
            })
    void theBodyMaySayIt(String message, @Nullable Integer seconds) {
        var said = new ErrorText("", "", message, "", 0, 0);
        assertThat(RetryAfter.seconds(HeaderLookup.NONE, said)).isEqualTo(seconds);
        assertThat(RetryAfter.seconds(name -> name.equals("retry-after") ? "3" : null, said))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.66s | 10 | 6m0s  | 10 | 8",
                "7.66s | 0  | 6m0s  | 10 | 8",
                "7.66s | 10 | 6m0s  | 0  | 360",
                "7.66s | 0  | 6m0s  | 0  | 360",
                "      |    | 12ms  |    | 1",
                "2     |    | 6m0s  |    | 2",
                "soon  |    |       |    |",
            })
    void aLimitThatIsFullAgainEndsTheWait(
            @Nullable String tokens,
            @Nullable String tokensLeft,
            @Nullable String requests,
            @Nullable String requestsLeft,
            @Nullable Integer seconds) {
        var headers = new HashMap<String, @Nullable String>();
        headers.put("x-ratelimit-reset-tokens", tokens);
        headers.put("x-ratelimit-remaining-tokens", tokensLeft);
        headers.put("x-ratelimit-reset-requests", requests);
        headers.put("x-ratelimit-remaining-requests", requestsLeft);
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(seconds);
        headers.put("retry-after", "3");
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(3);
    }

    /** The answer is of 10:00:00 on 23 November 2026, which is second 1,795,428,000. */
    @ParameterizedTest
    @CsvSource({
        // OpenRouter, in milliseconds
        "x-ratelimit-reset, 1795428090000, 90",
        "x-ratelimit-reset, 1795428090, 90",
        "x-ratelimit-reset, 45, 45",
        "ratelimit-reset, 30, 30",
        "x-ratelimit-reset-requests, 2026-11-23T10:01:30Z, 90",
        "anthropic-ratelimit-requests-reset, 2026-11-23T10:00:12Z, 12",
        "anthropic-ratelimit-tokens-reset, 2026-11-23T11:00:12+01:00, 12",
        "anthropic-ratelimit-input-tokens-reset, 2026-11-23T09:59:00Z, 0",
        "anthropic-ratelimit-output-tokens-reset, 2026-11-23T10:00:07.5Z, 8",
        "anthropic-ratelimit-unified-reset, 1795431600, 3600",
        "x-ratelimit-reset, -5,",
        "x-ratelimit-reset, NaN,",
        "x-ratelimit-reset, 1e300,",
        "anthropic-ratelimit-tokens-reset, 2026-13-23T10:00:00Z,",
    })
    void aPointInTimeIsHeldAgainstTheAnswersDate(
            String header, String value, @Nullable Integer seconds) {
        var headers = new HashMap<String, String>(Map.of(header, value, "date", NOW));
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(seconds);
    }

    @Test
    void ofAnthropicsLimitsTheOneThatIsUsedUpCounts() {
        var headers =
                Map.of(
                        "date", NOW,
                        "anthropic-ratelimit-requests-reset", "2026-11-23T10:00:01Z",
                        "anthropic-ratelimit-requests-remaining", "49",
                        "anthropic-ratelimit-input-tokens-reset", "2026-11-23T10:00:40Z",
                        "anthropic-ratelimit-input-tokens-remaining", "0");
        assertThat(RetryAfter.seconds(headers::get, SAYS_NOTHING)).isEqualTo(40);
    }

    @Test
    void aFieldOfTheBodyComesBeforeItsWords() {
        var said = new ErrorText("", "", "try again in 9s", "17s", 0, 0);
        assertThat(RetryAfter.seconds(HeaderLookup.NONE, said)).isEqualTo(17);
    }
}
