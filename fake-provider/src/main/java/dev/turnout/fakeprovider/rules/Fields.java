package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at single fields: whether the vendor knows them, and whether they are what he expects.
 *
 * @param unknownAllowed whether those pass that he does not know, as at many compatible vendors
 */
record Fields(boolean unknownAllowed, Consumer<Refusal> refuse) {

    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("^[a-zA-Z0-9_-]+$");

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

    /** A text that has to be there. */
    void text(JsonNode text, String place) {
        if (empty(text)) {
            refuse.accept(Refusal.missing(place));
        } else if (!text.isTextual()) {
            refuse.accept(Refusal.type(place, "a string", text.getNodeType().name()));
        }
    }

    /** The name of a tool or of a schema, as Responses have it, which has to be there. */
    void name(JsonNode name, String place) {
        text(name, place);
        if (name.isTextual() && !NAME.matcher(name.textValue()).matches()) {
            refuse.accept(Refusal.pattern(place, NAME.pattern()));
        }
        atMost(LONGEST_NAME, name, place);
    }

    void atMost(int characters, JsonNode text, String place) {
        int length = text.asText().length();
        if (length > characters) {
            refuse.accept(Refusal.textTooLong(place, characters, length));
        }
    }

    /** One of several words, if it is there. */
    void oneOf(Set<String> allowed, JsonNode word, String place) {
        if (!empty(word) && !allowed.contains(word.asText())) {
            refuse.accept(Refusal.value(place, word.asText(), allowed));
        }
    }

    private static String inside(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
