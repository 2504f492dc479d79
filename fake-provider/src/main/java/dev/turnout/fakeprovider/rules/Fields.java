package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds fields that the vendor does not know.
 *
 * @param unknownAllowed whether they pass, as at many compatible vendors
 */
record Fields(boolean unknownAllowed, Consumer<Refusal> refuse) {

    /** Looks at one object, whose fields can only be these. */
    void check(JsonNode object, String place, Set<String> known) {
        if (unknownAllowed) {
            return;
        }
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                refuse.accept(Refusal.unknown(inside(place, field.getKey())));
            }
        }
    }

    private static String inside(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
