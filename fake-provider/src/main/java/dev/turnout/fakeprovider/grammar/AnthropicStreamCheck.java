package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one stream from event to event and writes down what breaks a rule. */
final class AnthropicStreamCheck {

    private final Author author;
    private final List<String> violations;
    private int events;
    private boolean started;
    private int nextIndex;
    private @Nullable AnthropicBlockCheck open;
    private boolean toolSeen;
    private int messageDeltas;
    private long output;
    private @Nullable String last;

    AnthropicStreamCheck(Author author, List<String> violations) {
        this.author = author;
        this.violations = violations;
    }

    void next(String name, JsonNode data) {
        events++;
        var type = data.path("type").asText();
        if (!name.equals(type)) {
            violated("rule 8: an event named '" + name + "' says it is '" + type + "'");
        }
        if (type.equals("ping")) {
            if (data.size() != 1) {
                violated("rule 7: a ping says more than that: " + data);
            }
            return;
        }
        if (last != null) {
            violated("rule 6: " + type + " behind " + last);
        }
        if (!started && !type.equals("message_start") && !type.equals("error")) {
            violated("rule 1: " + type + " before message_start");
        }
        switch (type) {
            case "message_start" -> messageStart(data.path("message"));
            case "content_block_start" -> blockStart(data);
            case "content_block_delta" -> blockDelta(data);
            case "content_block_stop" -> blockStop(data);
            case "message_delta" -> messageDelta(data);
            case "message_stop" -> messageStop();
            case "error" -> error(data.path("error"));
            default -> {
                // Clients skip events that they do not know, and so do we.
            }
        }
    }

    void end() {
        if (last == null) {
            violated("rule 6: neither message_stop nor error");
        }
    }

    private void messageStart(JsonNode message) {
        if (started) {
            violated("rule 1: a second message_start");
        }
        started = true;
        for (var field : List.of("id", "model")) {
            if (message.path(field).asText().isEmpty()) {
                violated("rule 1: message_start has no " + field);
            }
        }
        if (!message.path("type").asText().equals("message")
                || !message.path("role").asText().equals("assistant")) {
            violated("rule 1: message_start is no message of the assistant");
        }
        if (!message.path("content").isArray() || !message.path("content").isEmpty()) {
            violated("rule 1: message_start has no empty content");
        }
        if (!message.path("usage").isObject()) {
            violated("rule 1: message_start has no usage");
        }
        usage(message.path("usage"));
    }

    private void blockStart(JsonNode data) {
        if (open != null) {
            violated("rule 2: a block starts within another");
        }
        if (data.path("index").asInt(-1) != nextIndex) {
            violated("rule 2: block " + data.path("index") + " where " + nextIndex + " is next");
        }
        open = new AnthropicBlockCheck(data.path("content_block"), this::violated);
        toolSeen |= open.isTool();
    }

    private void blockDelta(JsonNode data) {
        if (open == null || data.path("index").asInt(-1) != nextIndex) {
            violated("rule 2: a delta of block " + data.path("index") + ", which is not open");
        } else {
            open.delta(data.path("delta"));
        }
    }

    private void blockStop(JsonNode data) {
        if (open == null || data.path("index").asInt(-1) != nextIndex) {
            violated("rule 2: a stop of block " + data.path("index") + ", which is not open");
        } else {
            open.stop();
        }
        open = null;
        nextIndex++;
    }

    private void messageDelta(JsonNode data) {
        messageDeltas++;
        usage(data.path("usage"));
        if (open != null) {
            violated("rule 2: message_delta while a block is open");
        }
        if (author == Author.PROVIDER) {
            return;
        }
        if (messageDeltas > 1) {
            violated("rule 5: a second message_delta");
        }
        if (!data.path("usage").path("output_tokens").isIntegralNumber()) {
            violated("rule 5: message_delta has no usage.output_tokens");
        }
        var reason = data.path("delta").path("stop_reason").asText("");
        if (reason.isEmpty()) {
            violated("rule 5: message_delta has no stop_reason");
        } else if (reason.equals("tool_use") && !toolSeen) {
            violated("rule 5: stop_reason tool_use without a tool block");
        } else if (reason.equals("end_turn") && toolSeen) {
            violated("rule 5: stop_reason end_turn with a tool block");
        }
    }

    private void messageStop() {
        last = "message_stop";
        if (open != null) {
            violated("rule 2: message_stop while a block is open");
        }
        if (author == Author.TURNOUT && messageDeltas == 0) {
            violated("rule 5: no message_delta");
        }
    }

    private void error(JsonNode error) {
        last = "error";
        if (error.path("type").asText().isEmpty() || !error.path("message").isTextual()) {
            violated("rule 6: an error without type and message");
        }
    }

    private void usage(JsonNode usage) {
        for (var field : usage.properties()) {
            var value = field.getValue();
            if (field.getKey().endsWith("_tokens")
                    && !value.isNull()
                    && (!value.isIntegralNumber() || value.asLong() < 0)) {
                violated("rule 9: " + field.getKey() + " is " + value);
            }
        }
        long now = usage.path("output_tokens").asLong(output);
        if (author == Author.TURNOUT && now < output) {
            violated("rule 5: output_tokens fall from " + output + " to " + now);
        }
        output = now;
    }

    private void violated(String rule) {
        violations.add(rule + " (event " + events + ")");
    }
}
