package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at single fields as Anthropic does, and says what is wrong in its words.
 *
 * @param unknownAllowed whether those pass that the vendor does not know
 */
record AnthropicFields(boolean unknownAllowed, Consumer<Refusal> refuse) {

    /** Says what is wrong at a place. */
    void wrong(String place, String message) {
        wrong(place + ": " + message);
    }

    /** Says what is wrong; the words name the place where the vendor does. */
    void wrong(String message) {
        refuse.accept(new Refusal(message, null, null));
    }

    /** Looks at one object, whose fields can only be these. */
    void known(JsonNode object, String place, Set<String> known) {
        if (unknownAllowed) {
            return;
        }
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                wrong(inside(place, field.getKey()), "Extra inputs are not permitted");
            }
        }
    }

    /** A text that has to be there, and whether it is. */
    boolean text(JsonNode text, String place) {
        if (empty(text)) {
            wrong(place, "Field required");
        } else if (!text.isTextual()) {
            wrong(place, "Input should be a valid string");
        }
        return text.isTextual();
    }

    /** A text that has to be there and to be like this. */
    void text(JsonNode text, String place, Pattern pattern) {
        if (text(text, place) && !pattern.matcher(text.textValue()).matches()) {
            wrong(place, "String should match pattern '" + pattern + "'");
        }
    }

    /** An object that has to be there, and whether it is. */
    boolean object(JsonNode object, String place) {
        if (object.isMissingNode()) {
            wrong(place, "Field required");
        } else if (!object.isObject()) {
            wrong(place, "Input should be a valid dictionary");
        }
        return object.isObject();
    }

    /** One of several words, if it is there. */
    void oneOf(Collection<String> allowed, JsonNode word, String place) {
        if (!empty(word) && !allowed.contains(word.asText())) {
            var words = allowed.stream().sorted().map(it -> "'" + it + "'").toList();
            var last = words.getLast();
            wrong(
                    place,
                    words.size() == 1
                            ? "Input should be " + last
                            : "Input should be %s or %s"
                                    .formatted(
                                            String.join(", ", words.subList(0, words.size() - 1)),
                                            last));
        }
    }

    /** Says that there is no such kind of what can be of several kinds. */
    void noSuchType(JsonNode type, String place, Collection<String> known) {
        if (empty(type)) {
            wrong(place + ".type", "Field required");
            return;
        }
        wrong(
                place,
                "Input tag '%s' found using 'type' does not match any of the expected tags: %s"
                        .formatted(
                                type.asText(),
                                known.stream()
                                        .sorted()
                                        .map(it -> "'" + it + "'")
                                        .collect(Collectors.joining(", "))));
    }

    /** A whole number, if it is there. */
    void atLeast(int minimum, JsonNode number, String place) {
        if (empty(number)) {
            return;
        }
        if (!number.isIntegralNumber()) {
            wrong(place, "Input should be a valid integer");
        } else if (number.asLong() < minimum) {
            wrong(place, "Input should be greater than or equal to " + minimum);
        }
    }

    /** Where a field stands. */
    static String inside(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
