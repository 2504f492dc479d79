package dev.turnout.protocol.failure;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.turnout.protocol.peek.HeaderLookup;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a provider wants to be asked again, in all the forms in which providers say it. */
final class RetryAfter {

    /**
     * When a limit is full again: OpenAI's kind, OpenRouter's and the IETF's, Anthropic's. What is
     * left of it stands under the same name with another word.
     */
    private static final List<String> LIMITS =
            List.of(
                    "x-ratelimit-reset-requests",
                    "x-ratelimit-reset-tokens",
                    "x-ratelimit-reset",
                    "ratelimit-reset",
                    "anthropic-ratelimit-requests-reset",
                    "anthropic-ratelimit-tokens-reset",
                    "anthropic-ratelimit-input-tokens-reset",
                    "anthropic-ratelimit-output-tokens-reset",
                    "anthropic-ratelimit-unified-reset");

    /** A larger number is not seconds to wait but a time: this is in September 2001. */
    private static final double EARLIEST_SECOND = 1e9;

    private static final double LATEST_MILLISECOND = 1e14;

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?([a-z]+)");

    /** "Please try again in 6m0s", "retry in 17.5s", "try again after 20 seconds". */
    private static final Pattern IN_WORDS =
            Pattern.compile(
                    "(?:try again|retry|retry again|wait)(?: in| after| for)? "
                            + "((?:\\d{1,9}(?:\\.\\d{1,9})?\\s?[a-z]{1,12}\\s?)+)",
                    Pattern.CASE_INSENSITIVE);

    private RetryAfter() {}

    /**
     * Whole seconds, rounded up, at least 0; null where nothing usable is said. Milliseconds come
     * first ({@code retry-after-ms}, Azure's {@code x-ms-retry-after-ms}), then {@code retry-after}
     * in seconds or as a date, which is held against the answer's own {@code date}; then what the
     * body says; last, when a limit ({@code x-ratelimit-reset-tokens: 7.66s}) is full again.
     */
    static @Nullable Integer seconds(HeaderLookup headers, ErrorText said) {
        for (var name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            var seconds = number(headers.get(name), 0.001);
            if (seconds != null) {
                return seconds;
            }
        }
        var value = headers.get("retry-after");
        var seconds = number(value, 1);
        if (seconds == null) {
            seconds = date(value, headers.get("date"));
        }
        if (seconds == null) {
            seconds = duration(said.retryDelay());
        }
        if (seconds == null) {
            seconds = inWords(said.message());
        }
        return seconds == null ? reset(headers) : seconds;
    }

    private static @Nullable Integer number(@Nullable String value, double scale) {
        if (value == null) {
            return null;
        }
        try {
            double seconds = Double.parseDouble(value.strip()) * scale;
            return seconds >= 0 ? wholeSeconds(seconds) : null;
        } catch (NumberFormatException notNumber) {
            return null;
        }
    }

    private static @Nullable Integer date(@Nullable String until, @Nullable String now) {
        try {
            return until == null ? null : until(date(until).toInstant(), now);
        } catch (DateTimeException notDate) {
            return null;
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text.strip(), RFC_1123_DATE_TIME);
    }

    private static @Nullable Integer inWords(String message) {
        var match = IN_WORDS.matcher(ErrorWords.lookedAt(message));
        return match.find() ? duration(match.group(1)) : null;
    }

    /** Of the limits that are used up, the one that lasts longest; else the one that ends first. */
    private static @Nullable Integer reset(HeaderLookup headers) {
        Integer usedUp = null;
        Integer soonest = null;
        for (var limit : LIMITS) {
            var seconds = wait(headers.get(limit), headers.get("date"));
            if (seconds == null) {
                continue;
            }
            if ("0".equals(headers.get(limit.replace("reset", "remaining")))) {
                usedUp = usedUp == null ? seconds : Math.max(usedUp, seconds);
            }
            soonest = soonest == null ? seconds : Math.min(soonest, seconds);
        }
        return usedUp == null ? soonest : usedUp;
    }

    /**
     * A duration; seconds; or a point in time, in seconds or milliseconds since 1970 or as RFC 3339
     * has it, which is held against the answer's own date.
     */
    private static @Nullable Integer wait(@Nullable String text, @Nullable String now) {
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.strip());
            if (!(number >= 0 && number < LATEST_MILLISECOND)) {
                return null;
            }
            if (number < EARLIEST_SECOND) {
                return wholeSeconds(number);
            }
            long millis = (long) (number < EARLIEST_SECOND * 1000 ? number * 1000 : number);
            return until(Instant.ofEpochMilli(millis), now);
        } catch (NumberFormatException notNumber) {
            var duration = duration(text);
            return duration == null ? until(instant(text), now) : duration;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException notInstant) {
            return null;
        }
    }

    private static @Nullable Integer until(@Nullable Instant end, @Nullable String now) {
        if (end == null || now == null) {
            return null;
        }
        try {
            var wait = Duration.between(date(now).toInstant(), end);
            return Math.clamp(wait.plusNanos(999_999_999).toSeconds(), 0, Integer.MAX_VALUE);
        } catch (DateTimeException notDate) {
            return null;
        }
    }

    /** {@code 12ms}, {@code 7.66s}, {@code 6m0s}, {@code 20 seconds}; null for what is none. */
    private static @Nullable Integer duration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var part = PART.matcher(text.strip().toLowerCase(Locale.ROOT));
        double seconds = 0;
        boolean found = false;
        while (part.find()) {
            double unit = unit(part.group(2));
            if (unit == 0) {
                break;
            }
            seconds += Double.parseDouble(part.group(1)) * unit;
            found = true;
        }
        return found ? wholeSeconds(seconds) : null;
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms", "milliseconds" -> 0.001;
            case "s", "sec", "secs", "second", "seconds" -> 1;
            case "m", "min", "mins", "minute", "minutes" -> 60;
            case "h", "hour", "hours" -> 3600;
            case "d", "day", "days" -> 86_400;
            default -> 0;
        };
    }

    private static int wholeSeconds(double seconds) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds));
    }
}
