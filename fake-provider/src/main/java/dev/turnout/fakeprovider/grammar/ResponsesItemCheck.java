package dev.turnout.fakeprovider.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules 3 to 6 for one item. */
final class ResponsesItemCheck {

    private final JsonNode added;
    private final Consumer<String> violation;
    private final List<ResponsesPartCheck> content = new ArrayList<>();
    private final List<ResponsesPartCheck> summary = new ArrayList<>();
    private final StringBuilder arguments = new StringBuilder();
    private boolean argumentsDone;
    private @Nullable JsonNode done;

    ResponsesItemCheck(JsonNode added, Consumer<String> violation) {
        this.added = added;
        this.violation = violation;
        if (added.path("id").asText().isEmpty() || added.path("type").asText().isEmpty()) {
            violation.accept("rule 3: an item is added without id and type: " + added);
        }
        if (isCall() && (given("call_id").isEmpty() || given("name").isEmpty())) {
            violation.accept("rule 3: a call is added without call_id and name: " + added);
        }
        if (!added.path("content").isEmpty() || !given("arguments").isEmpty()) {
            // What stands here already is lost, or said twice.
            violation.accept("rule 3: an item is not empty when it is added: " + added);
        }
    }

    void next(String type, JsonNode data) {
        if (done != null) {
            violation.accept("rule 3: " + type + " of an item that is done");
        }
        if (type.equals("response.output_item.done")) {
            done(data.path("item"));
            return;
        }
        if (!data.path("item_id").equals(added.path("id"))) {
            violation.accept("rule 3: " + type + " names " + data.path("item_id"));
        }
        switch (type) {
            case "response.content_part.added" -> part(content, data.path("content_index"), data);
            case "response.reasoning_summary_part.added" ->
                    part(summary, data.path("summary_index"), data);
            case "response.function_call_arguments.delta" -> arguments(data.path("delta"));
            case "response.function_call_arguments.done" -> argumentsDone(data.path("arguments"));
            case "response.content_part.done",
                    "response.output_text.delta",
                    "response.output_text.done",
                    "response.refusal.delta",
                    "response.refusal.done",
                    "response.reasoning_text.delta",
                    "response.reasoning_text.done" ->
                    of(content, data.path("content_index"), type, data);
            case "response.reasoning_summary_part.done",
                    "response.reasoning_summary_text.delta",
                    "response.reasoning_summary_text.done" ->
                    of(summary, data.path("summary_index"), type, data);
            default -> {
                // Clients skip what they do not know, and the progress of the vendor's own tools.
            }
        }
    }

    /** How the item stands in the last response. */
    void end(JsonNode output, boolean completed) {
        if (done == null) {
            violation.accept("rule 3: an item is never done: " + added);
        } else if (!done.equals(output)) {
            violation.accept("rule 6: an item was done as " + done + ", not as " + output);
        }
        if (completed && isCall() && StreamText.object(arguments.toString()) == null) {
            violation.accept("rule 5: the arguments are no JSON object: " + arguments);
        }
    }

    private void part(List<ResponsesPartCheck> parts, JsonNode index, JsonNode data) {
        if (index.asInt(-1) != parts.size()) {
            violation.accept("rule 4: part " + index + " where " + parts.size() + " is next");
        }
        parts.add(new ResponsesPartCheck(data.path("part"), violation));
    }

    private void of(List<ResponsesPartCheck> parts, JsonNode index, String type, JsonNode data) {
        int i = index.asInt(-1);
        if (i < 0 || i >= parts.size()) {
            violation.accept("rule 4: " + type + " of part " + index + ", which was not added");
        } else {
            parts.get(i).next(type, data);
        }
    }

    private void arguments(JsonNode delta) {
        if (!isCall() || argumentsDone || !delta.isTextual()) {
            violation.accept("rule 4: arguments outside of a call, or that are no text: " + delta);
        }
        arguments.append(delta.asText());
    }

    private void argumentsDone(JsonNode all) {
        argumentsDone = true;
        if (!all.asText().contentEquals(arguments)) {
            violation.accept("rule 5: the arguments were " + arguments + ", not " + all);
        }
    }

    private void done(JsonNode item) {
        done = item;
        for (var field : List.of("id", "type", "call_id", "name")) {
            if (!item.path(field).equals(added.path(field))) {
                violation.accept("rule 3: " + field + " has changed to " + item.path(field));
            }
        }
        if (isCall()
                && (!argumentsDone || !item.path("arguments").asText().contentEquals(arguments))) {
            violation.accept("rule 5: the arguments were " + arguments + ", not those of " + item);
        }
        parts(content, item.path("content"));
        parts(summary, item.path("summary"));
    }

    private void parts(List<ResponsesPartCheck> parts, JsonNode all) {
        if (parts.size() != all.size()) {
            violation.accept("rule 5: " + parts.size() + " parts were added, not " + all);
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).end(all.path(i));
        }
    }

    private boolean isCall() {
        return given("type").equals("function_call");
    }

    private String given(String field) {
        return added.path(field).asText();
    }
}
