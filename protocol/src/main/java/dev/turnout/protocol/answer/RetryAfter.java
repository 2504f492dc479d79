package dev.turnout.protocol.answer;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.turnout.protocol.peek.HeaderLookup;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When a provider wants to be asked again, in all the forms in which providers say it. */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * Whole seconds, rounded up, at least 0; null where nothing usable is said. Milliseconds come
     * first ({@code retry-after-ms}, Azure's {@code x-ms-retry-after-ms}), then {@code retry-after}
     * in seconds or as a date, which is held against the answer's own {@code date}.
     */
    static @Nullable Integer seconds(HeaderLookup headers) {
        for (var name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            var seconds = number(headers.get(name), 0.001);
            if (seconds != null) {
                return seconds;
            }
        }
        var value = headers.get("retry-after");
        var seconds = number(value, 1);
        return seconds == null ? date(value, headers.get("date")) : seconds;
    }

    private static @Nullable Integer number(@Nullable String value, double scale) {
        if (value == null) {
            return null;
        }
        try {
            double seconds = Double.parseDouble(value.strip()) * scale;
            return seconds >= 0 ? (int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds)) : null;
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    private static @Nullable Integer date(@Nullable String until, @Nullable String now) {
        if (until == null || now == null) {
            return null;
        }
        try {
            var wait = Duration.between(date(now), date(until));
            return Math.clamp(wait.toSeconds(), 0, Integer.MAX_VALUE);
        } catch (DateTimeException notDate) {
            return null;
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text.strip(), RFC_1123_DATE_TIME);
    }
}
