package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one stream from event to event and writes down what breaks a rule. */
final class ResponsesStreamCheck {

    private final List<String> violations;
    private final List<ResponsesItemCheck> items = new ArrayList<>();
    private int events;
    private @Nullable JsonNode created;
    private @Nullable String last;

    ResponsesStreamCheck(List<String> violations) {
        this.violations = violations;
    }

    void next(SseEvent event) {
        int number = events++;
        var data = StreamText.object(event.data());
        if (data == null) {
            violated("rule 8: data is no JSON object: " + event.data());
            return;
        }
        var type = data.path("type").asText();
        if (!event.name().equals(type)) {
            violated("rule 8: an event named '" + event.name() + "' says it is '" + type + "'");
        }
        boolean between = isFailureBetween(type, data);
        if (!between && data.path("sequence_number").asInt(-1) != number) {
            violated("rule 1: " + data.path("sequence_number") + " where " + number + " is next");
        }
        if (last != null) {
            violated("rule 7: " + type + " behind " + last);
        }
        if (created == null
                && !between
                && !type.equals("response.created")
                && !type.equals("error")) {
            violated("rule 2: " + type + " before response.created");
        }
        if (data.has("response") && !between) {
            response(data.path("response"));
        }
        switch (type) {
            case "response.created" -> created(data.path("response"));
            case "response.output_item.added" -> added(data);
            case "response.completed", "response.incomplete", "response.failed" ->
                    ended(type, data.path("response"));
            case "error" -> error(data);
            default -> {
                if (data.has("output_index")) {
                    within(type, data);
                }
            }
        }
    }

    /** Of a gateway that relays the stream, and does not know how far it has come. */
    private static boolean isFailureBetween(String type, JsonNode data) {
        return type.equals("response.failed")
                && data.path("sequence_number").asInt() == Integer.MAX_VALUE;
    }

    void end() {
        if (last == null) {
            violated("rule 7: the stream has no last event");
        }
    }

    private void created(JsonNode response) {
        if (created != null) {
            violated("rule 2: a second response.created");
        }
        created = response;
        if (!response.path("output").isArray() || !response.path("output").isEmpty()) {
            violated("rule 2: response.created has output, or none that is empty");
        }
    }

    private void response(JsonNode response) {
        var former = created == null ? response : created;
        for (var field : List.of("id", "model", "status")) {
            if (response.path(field).asText().isEmpty()) {
                violated("rule 2: a response has no " + field);
            }
        }
        if (!response.path("object").asText().equals("response")
                || !response.path("created_at").isNumber()) {
            violated("rule 2: a response is no such object, or was never created");
        }
        for (var field : List.of("id", "model")) {
            if (!response.path(field).equals(former.path(field))) {
                violated("rule 2: " + field + " has changed to " + response.path(field));
            }
        }
    }

    private void added(JsonNode data) {
        if (data.path("output_index").asInt(-1) != items.size()) {
            violated("rule 3: item " + data.path("output_index") + " where " + items.size());
        }
        items.add(new ResponsesItemCheck(data.path("item"), this::violated));
    }

    private void within(String type, JsonNode data) {
        int index = data.path("output_index").asInt(-1);
        if (index < 0 || index >= items.size()) {
            violated("rule 3: " + type + " of item " + index + ", which was not added");
        } else {
            items.get(index).next(type, data);
        }
    }

    private void ended(String type, JsonNode response) {
        last = type;
        var status = type.substring("response.".length());
        if (!response.path("status").asText().equals(status)) {
            violated("rule 7: " + type + " with status " + response.path("status"));
        }
        if (status.equals("failed")) {
            error(response.path("error"));
            return;
        }
        if (status.equals("incomplete")
                && response.path("incomplete_details").path("reason").asText().isEmpty()) {
            violated("rule 7: an incomplete response does not say why");
        }
        var output = response.path("output");
        if (output.size() != items.size()) {
            violated("rule 6: " + items.size() + " items were added, not " + output.size());
        }
        for (int i = 0; i < items.size(); i++) {
            items.get(i).end(output.path(i), status.equals("completed"));
        }
        usage(response.path("usage"));
    }

    private void error(JsonNode error) {
        last = last == null ? "error" : last;
        if (!error.path("message").isTextual() || !error.has("code")) {
            violated("rule 7: an error without code and message");
        }
    }

    private void usage(JsonNode usage) {
        long input = usage.path("input_tokens").asLong(-1);
        long output = usage.path("output_tokens").asLong(-1);
        if (input < 0 || output < 0 || usage.path("total_tokens").asLong(-1) != input + output) {
            violated("rule 9: the tokens do not add up: " + usage);
        }
        within(usage.path("input_tokens_details").path("cached_tokens"), input);
        within(usage.path("output_tokens_details").path("reasoning_tokens"), output);
    }

    private void within(JsonNode some, long all) {
        if (!some.isIntegralNumber() || some.asLong() < 0 || some.asLong() > all) {
            violated("rule 9: " + some + " is no share of " + all + " tokens");
        }
    }

    private void violated(String rule) {
        violations.add(rule + " (event " + events + ")");
    }
}
