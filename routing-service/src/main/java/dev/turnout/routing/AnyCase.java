package dev.turnout.routing;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Names that are the same in upper and lower case. */
final class AnyCase {

    private AnyCase() {}

    /**
     * The same entries, found in any case.
     *
     * @param kind what the names are names of, for the problem ({@code INVALID_REQUEST}) where two
     *     of them differ in nothing but case
     */
    static <V> Map<String, V> map(String kind, Map<String, V> byName) {
        Map<String, V> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.forEach(
                (name, value) -> {
                    if (found.put(name, value) != null) {
                        throw Problem.of(
                                        ProblemCode.INVALID_REQUEST,
                                        "two "
                                                + kind
                                                + " are named "
                                                + Wording.quoted(name)
                                                + " but for upper and lower case, which is not"
                                                + " told apart; rename one")
                                .asException();
                    }
                });
        return Collections.unmodifiableMap(found);
    }
}
