package dev.turnout.protocol.translate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a Responses stream, as OpenAI's own keeps them and its SDKs check them. */
public final class ResponsesGrammar {

    /** An item as its events have told it. */
    private static final class Item {
        private final String type;
        private final String id;
        private final List<StringBuilder> parts = new ArrayList<>();
        private final StringBuilder input = new StringBuilder();
        private boolean partOpen;
        private boolean inputDone;
        private @Nullable JsonNode done;

        private Item(JsonNode begun) {
            type = begun.path("type").asText();
            id = begun.path("id").asText();
        }
    }

    private final List<String> violations = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> callIds = new HashSet<>();
    private int events;
    private String last = "";

    private ResponsesGrammar() {}

    /**
     * What is wrong with a stream.
     *
     * @param whole whether it is to have an end
     */
    public static List<String> violations(List<WrittenEvent> stream, boolean whole) {
        var grammar = new ResponsesGrammar();
        for (var event : stream) {
            var data = event.data();
            var type = data.path("type").asText();
            grammar.check(type.equals(event.name()), "a name that is not its type");
            grammar.check(data.path("sequence_number").asInt(-1) == grammar.events, "numbers");
            grammar.check(grammar.last.isEmpty(), "an event behind the end");
            grammar.next(type, data);
            grammar.events++;
        }
        grammar.check(whole != grammar.last.isEmpty(), "whole without an end, or the reverse");
        return grammar.violations;
    }

    private void next(String type, JsonNode data) {
        boolean first = type.equals("response.created") || type.equals("response.failed");
        check(events > 0 || first, "no beginning");
        check(events != 1 || type.equals("response.in_progress"), "not in progress");
        switch (type) {
            case "response.created", "response.in_progress" -> {
                check(events < 2, "a beginning in the middle");
                response(data.path("response"), "in_progress");
                check(data.at("/response/usage").isNull(), "usage at the beginning");
            }
            case "response.output_item.added" -> begin(data);
            case "response.output_item.done" -> end(data);
            case "response.completed", "response.incomplete", "response.failed" -> {
                last = type;
                response(data.path("response"), type.substring("response.".length()));
                end(data.path("response"), type);
            }
            default -> within(type, data);
        }
    }

    private void begin(JsonNode data) {
        var item = data.path("item");
        check(data.path("output_index").asInt(-1) == items.size(), "an item out of order");
        check(ids.add(item.path("id").asText()) && !ids.contains(""), "ids");
        if (item.path("type").asText().endsWith("tool_call") || item.has("arguments")) {
            check(callIds.add(item.path("call_id").asText()) && !callIds.contains(""), "call ids");
            check(!item.path("name").asText().isEmpty(), "a call without a name");
        }
        items.add(new Item(item));
    }

    private void within(String type, JsonNode data) {
        int index = data.path("output_index").asInt(-1);
        if (index < 0 || index >= items.size()) {
            violations.add("an event of no item: " + type);
            return;
        }
        var item = items.get(index);
        check(item.id.equals(data.path("item_id").asText()), "an id of another item");
        check(item.done == null, "an event behind its item's end");
        switch (type) {
            case "response.content_part.added" -> part("message", "content_index", item, data);
            case "response.reasoning_summary_part.added" ->
                    part("reasoning", "summary_index", item, data);
            case "response.output_text.delta",
                    "response.refusal.delta",
                    "response.reasoning_summary_text.delta" -> {
                check(item.partOpen, "a delta outside of a part");
                check(!data.path("delta").asText().isEmpty(), "a delta of nothing");
                item.parts.getLast().append(data.path("delta").asText());
            }
            case "response.output_text.done", "response.reasoning_summary_text.done" ->
                    isSaid(item, data.path("text"));
            case "response.refusal.done" -> isSaid(item, data.path("refusal"));
            case "response.content_part.done", "response.reasoning_summary_part.done" -> {
                var part = data.path("part");
                isSaid(item, part.has("refusal") ? part.path("refusal") : part.path("text"));
                item.partOpen = false;
            }
            case "response.function_call_arguments.delta",
                    "response.custom_tool_call_input.delta" ->
                    item.input.append(data.path("delta").asText());
            case "response.function_call_arguments.done" -> {
                item.inputDone = true;
                check(data.path("arguments").asText().equals(item.input.toString()), "arguments");
                check(!data.path("name").asText().isEmpty(), "arguments of no tool");
            }
            case "response.custom_tool_call_input.done" -> {
                item.inputDone = true;
                check(data.path("input").asText().equals(item.input.toString()), "input");
            }
            case "response.web_search_call.in_progress",
                    "response.web_search_call.searching",
                    "response.web_search_call.completed" ->
                    check(item.type.equals("web_search_call"), "no search");
            default -> violations.add("an event that nobody knows: " + type);
        }
    }

    private void part(String type, String field, Item item, JsonNode data) {
        check(item.type.equals(type) && !item.partOpen, "a part of something else");
        check(data.path(field).asInt(-1) == item.parts.size(), "a part out of order");
        item.parts.add(new StringBuilder());
        item.partOpen = true;
    }

    private void isSaid(Item item, JsonNode text) {
        check(item.partOpen, "the end of no part");
        check(item.parts.getLast().toString().equals(text.asText()), "not what was said");
    }

    private void end(JsonNode data) {
        var done = data.path("item");
        int index = data.path("output_index").asInt(-1);
        if (index < 0 || index >= items.size() || items.get(index).done != null) {
            violations.add("the end of no item");
            return;
        }
        var item = items.get(index);
        item.done = done;
        check(done.path("id").asText().equals(item.id), "the end of another item");
        check(done.path("type").asText().equals(item.type), "an item of another type");
        check(!item.partOpen, "an open part");
        var said = new ArrayList<String>();
        done.path("content").forEach(part -> said.add(textOf(part)));
        done.path("summary").forEach(part -> said.add(textOf(part)));
        check(said.equals(item.parts.stream().map(Object::toString).toList()), "other parts");
        switch (item.type) {
            case "function_call" -> {
                var arguments = done.path("arguments").asText();
                check(item.inputDone && arguments.contentEquals(item.input), "other arguments");
                check(WrittenEvent.isObject(arguments), "arguments: " + arguments);
            }
            case "custom_tool_call" ->
                    check(done.path("input").asText().contentEquals(item.input), "other input");
            case "message" ->
                    check(Set.of("completed", "incomplete").contains(statusOf(done)), "status");
            case "web_search_call" ->
                    check(Set.of("completed", "failed").contains(statusOf(done)), "status");
            case "reasoning" -> check(done.has("encrypted_content"), "no field of what is carried");
            default -> violations.add("an item that nobody knows: " + item.type);
        }
    }

    private void end(JsonNode response, String type) {
        var output = new ArrayList<JsonNode>();
        response.path("output").forEach(output::add);
        boolean failed = type.equals("response.failed");
        var done = new ArrayList<JsonNode>();
        for (var item : items) {
            if (item.done != null) {
                done.add(item.done);
            }
        }
        check(output.equals(done), "an output that is not what was said");
        check(failed || done.size() == items.size(), "an item without an end");
        check(failed != response.path("error").isNull(), "an error that is none, or the reverse");
        check(
                type.equals("response.incomplete") != response.path("incomplete_details").isNull(),
                "incomplete details");
        if (failed) {
            check(!response.at("/error/code").asText().isEmpty(), "no code");
            check(response.at("/error/message").isTextual(), "no message");
        } else {
            var usage = response.path("usage");
            check(
                    usage.path("total_tokens").asLong(-1)
                            == usage.path("input_tokens").asLong()
                                    + usage.path("output_tokens").asLong(),
                    "a sum that is none");
            check(usage.at("/input_tokens_details/cached_tokens").isNumber(), "no details");
            check(usage.at("/output_tokens_details/reasoning_tokens").isNumber(), "no details");
        }
    }

    private void response(JsonNode response, String status) {
        check(response.path("object").asText().equals("response"), "no response");
        check(statusOf(response).equals(status), "status");
        check(!response.path("id").asText().isEmpty(), "no id");
        check(response.path("created_at").isIntegralNumber(), "no time");
        check(response.path("tools").isArray() && response.has("metadata"), "fields of the types");
    }

    private static String textOf(JsonNode part) {
        return part.path(part.has("refusal") ? "refusal" : "text").asText();
    }

    private static String statusOf(JsonNode node) {
        return node.path("status").asText();
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
