package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for who speaks when, and for the parts of each turn. */
final class Turns {

    /** Of these a part has one. */
    private static final List<String> DATA =
            List.of(
                    "text",
                    "inlineData",
                    "fileData",
                    "functionCall",
                    "functionResponse",
                    "executableCode",
                    "codeExecutionResult",
                    "toolCall",
                    "toolResponse");

    private static final Set<String> ROLES = Set.of("user", "model", "function");

    private final Consumer<Violation> refuse;
    private long unanswered;

    private Turns(Consumer<Violation> refuse) {
        this.refuse = refuse;
    }

    static void check(JsonNode contents, Consumer<Violation> refuse) {
        var turns = new Turns(refuse);
        var all = each(contents);
        for (int i = 0; i < all.size(); i++) {
            turns.content(all.get(i), "contents[" + i + "]");
        }
        var inOrder = Turn.of(contents);
        if (!inOrder.isEmpty() && inOrder.getFirst().isModels()) {
            refuse.accept(
                    Violation.of("Please ensure that multiturn requests begin with a user turn."));
        }
        inOrder.forEach(turns::next);
        turns.answered(0);
    }

    private void content(JsonNode content, String place) {
        // Without a role it is the user's.
        if (!ROLES.contains(field(content, "role").asText("user"))) {
            refuse.accept(Violation.of("Please use a valid role: user, model."));
        }
        var parts = each(field(content, "parts"));
        if (parts.isEmpty()) {
            refuse.accept(Violation.in(place + ".parts", "contents.parts must not be empty."));
        }
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), place + ".parts[" + i + "]");
        }
    }

    private void next(Turn turn) {
        if (turn.calls() > 0 && !turn.isModels()) {
            refuse.accept(
                    Violation.of(
                            "Please ensure that function call turn comes immediately after a user"
                                    + " turn or after a function response turn."));
        }
        if (turn.responses() > 0 && (turn.isModels() || unanswered == 0)) {
            refuse.accept(
                    Violation.of(
                            "Please ensure that function response turn comes immediately after a"
                                    + " function call turn."));
        } else {
            answered(turn.responses());
        }
        unanswered = turn.calls();
    }

    private void answered(long responses) {
        if (responses != unanswered) {
            refuse.accept(
                    Violation.of(
                            "Please ensure that the number of function response parts is equal to"
                                    + " the number of function call parts of the function call"
                                    + " turn."));
        }
    }

    private void part(JsonNode part, String place) {
        var data = DATA.stream().filter(kind -> !field(part, kind).isMissingNode()).toList();
        if (data.isEmpty()) {
            refuse.accept(
                    Violation.in(
                            place + ".data",
                            "required oneof field 'data' must have one initialized field"));
        } else if (data.size() > 1) {
            refuse.accept(
                    Violation.of(
                            ("Invalid value at '%s' (oneof), oneof field 'data' is already set."
                                            + " Cannot set '%s'")
                                    .formatted(place, data.getLast())));
        }
        for (var kind : List.of("functionCall", "functionResponse")) {
            var named = field(part, kind);
            if (!named.isMissingNode() && field(named, "name").asText().isEmpty()) {
                refuse.accept(
                        Violation.in(
                                place + "." + Names.snake(kind) + ".name",
                                "Name cannot be empty."));
            }
        }
        var image = field(part, "inlineData");
        if (!image.isMissingNode() && field(image, "mimeType").asText().isEmpty()) {
            refuse.accept(
                    Violation.in(place + ".inline_data.mime_type", "mime_type is not specified."));
        }
    }
}
