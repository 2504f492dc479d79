package dev.turnout.gateway.models;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. The list is in the order of its ids, so that a page is found even
 * where the model that it followed is gone.
 *
 * @param limit from 1 to 1000
 * @param after only what comes behind this id
 * @param before only what comes before this id; without {@code after}, the last of these
 */
public record Page(int limit, @Nullable String after, @Nullable String before) {

    /** As much as may be asked for: many clients read no second page. */
    private static final int MOST = 1_000;

    /**
     * What was cut out.
     *
     * @param more whether there is more in the direction that was asked for
     */
    public record Cut<T>(List<T> items, boolean more) {}

    /** Reads a query; {@link ProblemException} with {@code INVALID_REQUEST} for another limit. */
    public static Page of(@Nullable String limit, @Nullable String after, @Nullable String before) {
        return new Page(limit == null ? MOST : limit(limit), after, before);
    }

    private static int limit(String written) {
        try {
            int limit = Integer.parseInt(written);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        throw Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "limit: send a whole number from 1 to " + MOST + ", or none.")
                .asException();
    }

    /** Cuts it out of a list that is in the order of its ids. */
    <T> Cut<T> of(List<T> all, Function<T, String> id) {
        var range =
                all.stream()
                        .filter(item -> after == null || id.apply(item).compareTo(after) > 0)
                        .filter(item -> before == null || id.apply(item).compareTo(before) < 0)
                        .toList();
        int size = Math.min(limit, range.size());
        boolean fromTheEnd = after == null && before != null;
        int from = fromTheEnd ? range.size() - size : 0;
        return new Cut<>(range.subList(from, from + size), size < range.size());
    }
}
