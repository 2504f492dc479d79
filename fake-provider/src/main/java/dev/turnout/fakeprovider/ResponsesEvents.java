package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The events of one stream of OpenAI's Responses, numbered as they are added. */
final class ResponsesEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<ObjectNode> events = new ArrayList<>();

    List<ObjectNode> all() {
        return List.copyOf(events);
    }

    /** A new event at the end, to be filled. */
    ObjectNode next(String type) {
        var event = JSON.objectNode().put("type", type).put("sequence_number", events.size());
        events.add(event);
        return event;
    }

    /** All events of one item. */
    void item(ResponsesOutput.Item item, int index) {
        next("response.output_item.added").put("output_index", index).set("item", item.begun());
        switch (item.block()) {
            case Block.Thinking thinking -> {
                if (!item.done().path("summary").isEmpty()) {
                    reasoning(thinking, item, index);
                }
            }
            case Block.Text text -> text(text, item, index);
            case Block.ToolUse tool -> {
                for (var fragment : tool.fragments()) {
                    within("response.function_call_arguments.delta", item, index)
                            .put("delta", fragment);
                }
                within("response.function_call_arguments.done", item, index)
                        .put("arguments", tool.input())
                        .put("name", tool.name());
            }
            case Block.WebSearch search -> {
                for (var step : List.of("in_progress", "searching", "completed")) {
                    within("response.web_search_call." + step, item, index);
                }
            }
        }
        next("response.output_item.done").put("output_index", index).set("item", item.done());
    }

    private void reasoning(Block.Thinking thinking, ResponsesOutput.Item item, int index) {
        summary("part.added", item, index).set("part", ResponsesOutput.summary(""));
        for (var delta : thinking.deltas()) {
            summary("text.delta", item, index).put("delta", delta);
        }
        summary("text.done", item, index).put("text", thinking.text());
        summary("part.done", item, index).set("part", ResponsesOutput.summary(thinking.text()));
    }

    private void text(Block.Text text, ResponsesOutput.Item item, int index) {
        content("content_part.added", item, index)
                .set("part", ResponsesOutput.part("", JSON.arrayNode()));
        for (var delta : text.deltas()) {
            content("output_text.delta", item, index).put("delta", delta).putArray("logprobs");
        }
        JsonNode part = item.done().path("content").path(0);
        var citations = part.path("annotations");
        for (int i = 0; i < citations.size(); i++) {
            content("output_text.annotation.added", item, index)
                    .put("annotation_index", i)
                    .set("annotation", citations.get(i));
        }
        content("output_text.done", item, index).put("text", text.text()).putArray("logprobs");
        content("content_part.done", item, index).set("part", part);
    }

    private ObjectNode summary(String what, ResponsesOutput.Item item, int index) {
        return within("response.reasoning_summary_" + what, item, index).put("summary_index", 0);
    }

    private ObjectNode content(String what, ResponsesOutput.Item item, int index) {
        return within("response." + what, item, index).put("content_index", 0);
    }

    private ObjectNode within(String type, ResponsesOutput.Item item, int index) {
        return next(type).put("item_id", item.id()).put("output_index", index);
    }
}
