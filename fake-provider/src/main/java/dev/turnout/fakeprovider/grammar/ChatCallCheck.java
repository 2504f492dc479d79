package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** Rules 3 and 4 for one call. */
final class ChatCallCheck {

    private final Consumer<String> violation;
    private final StringBuilder arguments = new StringBuilder();

    ChatCallCheck(JsonNode first, Consumer<String> violation) {
        this.violation = violation;
        var function = first.path("function");
        if (first.path("id").asText().isEmpty()
                || !first.path("type").asText().equals("function")
                || function.path("name").asText().isEmpty()) {
            violation.accept("rule 3: a call begins without id, type and name: " + first);
        }
        add(function.path("arguments"));
    }

    void more(JsonNode delta) {
        for (var given : List.of("/id", "/type", "/function/name")) {
            if (!delta.at(given).isMissingNode()) {
                // The SDKs add up what is text: a second id would be glued to the first.
                violation.accept("rule 3: a call has " + given.substring(1) + " twice: " + delta);
            }
        }
        add(delta.path("function").path("arguments"));
    }

    void end() {
        if (StreamText.object(arguments.toString()) == null) {
            violation.accept("rule 4: the arguments are no JSON object: " + arguments);
        }
    }

    private void add(JsonNode piece) {
        if (!piece.isTextual()) {
            violation.accept("rule 3: the arguments of a call are no text: " + piece);
        }
        arguments.append(piece.asText());
    }
}
