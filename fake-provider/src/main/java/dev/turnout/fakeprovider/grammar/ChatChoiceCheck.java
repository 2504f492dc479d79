package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules 2 to 5 for one choice. */
final class ChatChoiceCheck {

    private static final List<String> REASONS =
            List.of("stop", "length", "tool_calls", "content_filter", "function_call");

    private final int index;
    private final Consumer<String> violation;
    private final List<ChatCallCheck> calls = new ArrayList<>();
    private boolean begun;
    private @Nullable String finish;

    ChatChoiceCheck(int index, Consumer<String> violation) {
        this.index = index;
        this.violation = violation;
    }

    void next(JsonNode choice) {
        var delta = choice.path("delta");
        if (finish != null) {
            violation.accept("rule 5: choice " + index + " goes on behind its finish reason");
        }
        role(delta);
        for (var field : List.of("content", "refusal", "reasoning_content")) {
            var prose = delta.path(field);
            if (!prose.isMissingNode() && !prose.isNull() && !prose.isTextual()) {
                violation.accept("rule 2: " + field + " is no text: " + prose);
            }
        }
        for (var call : delta.path("tool_calls")) {
            call(call);
        }
        var reason = choice.path("finish_reason");
        if (reason.isTextual()) {
            finish(reason.textValue());
        } else if (!reason.isNull()) {
            violation.accept("rule 1: a finish reason is " + reason + " where null is meant");
        }
    }

    void end() {
        if (finish == null) {
            violation.accept("rule 5: choice " + index + " has no finish reason");
        } else if (!finish.equals("length")) {
            calls.forEach(ChatCallCheck::end);
        }
    }

    private void role(JsonNode delta) {
        if (!begun && !delta.path("role").asText().equals("assistant")) {
            violation.accept("rule 2: choice " + index + " does not begin as the assistant");
        }
        if (begun && delta.has("role")) {
            violation.accept("rule 2: choice " + index + " has its role twice");
        }
        begun = true;
    }

    private void call(JsonNode call) {
        var number = call.path("index");
        if (!number.isIntegralNumber()
                || number.intValue() < 0
                || number.intValue() > calls.size()) {
            violation.accept("rule 3: call " + number + " where " + calls.size() + " is next");
        } else if (number.intValue() == calls.size()) {
            calls.add(new ChatCallCheck(call, violation));
        } else {
            calls.get(number.intValue()).more(call);
        }
    }

    private void finish(String reason) {
        finish = reason;
        if (!REASONS.contains(reason)) {
            violation.accept("rule 5: no finish reason is named " + reason);
        }
        if (reason.equals("tool_calls") && calls.isEmpty()) {
            violation.accept("rule 5: finish reason tool_calls without a call");
        }
        if (reason.equals("stop") && !calls.isEmpty()) {
            violation.accept("rule 5: finish reason stop with a call");
        }
    }
}
