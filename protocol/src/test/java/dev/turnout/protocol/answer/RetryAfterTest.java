package dev.turnout.protocol.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final String NOW = "Mon, 23 Nov 2026 10:00:00 GMT";

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
        assertThat(RetryAfter.seconds(headers::get)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1500 | 30 | 2", "none | 30 | 30"})
    void millisecondsComeFirst(String millis, String value, int seconds) {
        var headers = new HashMap<String, String>();
        headers.put("retry-after-ms", millis);
        headers.put("retry-after", value);
        assertThat(RetryAfter.seconds(headers::get)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"yesterday", "''"},
            nullValues = "-")
    void aDateNeedsTheAnswersOwn(String date) {
        var headers = new HashMap<String, String>();
        headers.put("retry-after", NOW);
        assertThat(RetryAfter.seconds(headers::get)).isNull();
        headers.put("date", date);
        assertThat(RetryAfter.seconds(headers::get)).isNull();
    }
}
