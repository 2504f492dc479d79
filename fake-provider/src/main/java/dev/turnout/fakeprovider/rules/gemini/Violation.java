package dev.turnout.fakeprovider.rules.gemini;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is answered with status 400, {@code INVALID_ARGUMENT}.
 *
 * @param field the path of what does not fit the shape of a request; null for anything else
 */
public record Violation(@Nullable String field, String description) {

    static Violation of(String description) {
        return new Violation(null, description);
    }

    /** What is wrong with a field that is there, and has the right type. */
    static Violation in(String field, String wrong) {
        return of("* GenerateContentRequest.%s: %s\n".formatted(field, wrong));
    }
}
