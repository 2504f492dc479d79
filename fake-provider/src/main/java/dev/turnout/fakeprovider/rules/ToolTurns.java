package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Each call is answered once, directly behind the message that calls. */
final class ToolTurns {

    private final Consumer<Refusal> refuse;
    private final Set<String> calls = new LinkedHashSet<>();
    private final Set<String> unanswered = new LinkedHashSet<>();

    private ToolTurns(Consumer<Refusal> refuse) {
        this.refuse = refuse;
    }

    static void check(JsonNode messages, Consumer<Refusal> refuse) {
        var turns = new ToolTurns(refuse);
        for (int i = 0; i < messages.size(); i++) {
            turns.next(messages.path(i), "messages.[" + i + "]");
        }
        turns.allAnswered("messages.[" + (messages.size() - 1) + "].role");
    }

    private void next(JsonNode message, String place) {
        if (message.path("role").asText().equals("tool")) {
            answer(message.path("tool_call_id"), place);
            return;
        }
        allAnswered(place + ".role");
        calls.clear();
        for (var call : message.path("tool_calls")) {
            var id = call.path("id").asText();
            if (!calls.add(id)) {
                refuse.accept(
                        Refusal.of(
                                place + ".tool_calls",
                                "Duplicate value for 'tool_call_id' of '%s'.".formatted(id)));
            }
        }
        unanswered.addAll(calls);
    }

    private void answer(JsonNode id, String place) {
        if (calls.isEmpty()) {
            refuse.accept(
                    Refusal.of(
                            place + ".role",
                            "Invalid parameter: messages with role 'tool' must be a response to a"
                                    + " preceeding message with 'tool_calls'."));
        } else if (!id.isTextual()) {
            refuse.accept(Refusal.missing(place + ".tool_call_id"));
        } else if (!calls.contains(id.textValue())) {
            refuse.accept(
                    Refusal.of(
                            place + ".tool_call_id",
                            "Invalid parameter: 'tool_call_id' of '"
                                    + id.textValue()
                                    + "' not found in 'tool_calls' of previous message."));
        } else if (!unanswered.remove(id.textValue())) {
            refuse.accept(
                    Refusal.of(
                            place + ".tool_call_id",
                            "Duplicate value for 'tool_call_id' of '%s'."
                                    .formatted(id.textValue())));
        }
    }

    private void allAnswered(String place) {
        if (!unanswered.isEmpty()) {
            refuse.accept(
                    Refusal.of(
                            place,
                            "An assistant message with 'tool_calls' must be followed by tool"
                                    + " messages responding to each 'tool_call_id'. The following"
                                    + " tool_call_ids did not have response messages: "
                                    + String.join(", ", unanswered)));
            unanswered.clear();
        }
    }
}
