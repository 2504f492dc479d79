package dev.turnout.fakeprovider.rules;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is refused.
 *
 * @param status 400, but for what the vendor does not have
 * @param param the place in the body; null where the vendor names none
 */
public record Refusal(int status, String message, @Nullable String param, @Nullable String code) {

    Refusal(String message, @Nullable String param, @Nullable String code) {
        this(400, message, param, code);
    }

    static Refusal of(String param, String message) {
        return new Refusal(message, param, null);
    }

    static Refusal unknown(String place) {
        return new Refusal("Unknown parameter: '" + place + "'.", place, "unknown_parameter");
    }

    static Refusal missing(String place) {
        return new Refusal(
                "Missing required parameter: '" + place + "'.",
                place,
                "missing_required_parameter");
    }

    static Refusal type(String place, String expected, String found) {
        return new Refusal(
                "Invalid type for '%s': expected %s, but got %s instead."
                        .formatted(place, expected, found),
                place,
                "invalid_type");
    }

    static Refusal value(String place, String found, Set<String> allowed) {
        var values =
                allowed.stream().sorted().map(value -> "'" + value + "'").collect(joining(", "));
        return new Refusal(
                "Invalid value: '%s'. Supported values are: %s.".formatted(found, values),
                place,
                "invalid_value");
    }

    static Refusal emptyArray(String place) {
        return new Refusal(
                "Invalid '%s': empty array. Expected an array with minimum length 1."
                        .formatted(place),
                place,
                "empty_array");
    }

    static Refusal tooLong(String place, int maximum, int length) {
        return new Refusal(
                "Invalid '%s': too long. Expected a maximum length of %d, but got %d instead."
                        .formatted(place, maximum, length),
                place,
                "above_max_length");
    }

    static Refusal textTooLong(String place, int maximum, int length) {
        return new Refusal(
                ("Invalid '%s': string too long. Expected a string with maximum length %d, but got"
                                + " a string with length %d instead.")
                        .formatted(place, maximum, length),
                place,
                "string_above_max_length");
    }

    static Refusal pattern(String place, String pattern) {
        return new Refusal(
                ("Invalid '%s': string does not match pattern. Expected a string that matches the"
                                + " pattern '%s'.")
                        .formatted(place, pattern),
                place,
                "invalid_value");
    }
}
