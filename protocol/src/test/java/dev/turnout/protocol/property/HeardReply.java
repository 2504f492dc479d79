package dev.turnout.protocol.property;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Dialect;
import dev.turnout.protocol.translate.WrittenEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client makes of a stream.
 *
 * @param thought all thinking, one after the other
 * @param text all texts, one after the other
 * @param prompt tokens, cached ones among them
 * @param output tokens
 */
record HeardReply(String thought, String text, List<Call> calls, long prompt, long output) {

    record Call(String name, JsonNode input) {}

    /** Reads the stream of a client that asked for usage. */
    static HeardReply of(Dialect client, List<WrittenEvent> stream) {
        var ear = new Ear();
        for (var event : stream) {
            switch (client) {
                case ANTHROPIC -> ear.anthropic(event.data());
                case OPENAI_CHAT -> ear.chat(event.data());
                case OPENAI_RESPONSES -> ear.responses(event.data());
                case GEMINI -> throw new IllegalArgumentException("no client speaks it");
            }
        }
        return ear.heard();
    }

    private static final class Ear {

        private record Growing(String name, StringBuilder input) {}

        private final StringBuilder thought = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private final List<Growing> calls = new ArrayList<>();
        private long prompt;
        private long output;

        void anthropic(JsonNode event) {
            if (event.at("/content_block/type").asText().equals("tool_use")) {
                call(event.at("/content_block/name").asText());
            }
            var delta = event.path("delta");
            thought.append(delta.path("thinking").asText());
            text.append(delta.path("text").asText());
            if (delta.has("partial_json")) {
                calls.getLast().input().append(delta.path("partial_json").asText());
            }
            if (event.has("usage")) {
                var usage = event.path("usage");
                prompt =
                        usage.path("input_tokens").asLong()
                                + usage.path("cache_read_input_tokens").asLong()
                                + usage.path("cache_creation_input_tokens").asLong();
                output = usage.path("output_tokens").asLong();
            }
        }

        void chat(JsonNode chunk) {
            var delta = chunk.at("/choices/0/delta");
            thought.append(delta.path("reasoning_content").asText());
            text.append(delta.path("content").asText());
            for (var call : delta.path("tool_calls")) {
                if (call.has("id")) {
                    call(call.at("/function/name").asText());
                }
                calls.getLast().input().append(call.at("/function/arguments").asText());
            }
            if (chunk.path("usage").isObject()) {
                prompt = chunk.at("/usage/prompt_tokens").asLong();
                output = chunk.at("/usage/completion_tokens").asLong();
            }
        }

        void responses(JsonNode event) {
            switch (event.path("type").asText()) {
                case "response.output_text.delta" -> text.append(event.path("delta").asText());
                case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
                        thought.append(event.path("delta").asText());
                case "response.output_item.done" -> {
                    var item = event.path("item");
                    if (item.path("type").asText().equals("function_call")) {
                        call(item.path("name").asText());
                        calls.getLast().input().append(item.path("arguments").asText());
                    }
                }
                case "response.completed", "response.incomplete" -> {
                    prompt = event.at("/response/usage/input_tokens").asLong();
                    output = event.at("/response/usage/output_tokens").asLong();
                }
                default -> {}
            }
        }

        HeardReply heard() {
            return new HeardReply(
                    thought.toString(),
                    text.toString(),
                    calls.stream().map(call -> new Call(call.name(), input(call))).toList(),
                    prompt,
                    output);
        }

        private void call(String name) {
            calls.add(new Growing(name, new StringBuilder()));
        }

        /** No tool takes anything else than an object, and none at all is an empty one. */
        private static JsonNode input(Growing call) {
            var json = call.input().isEmpty() ? "{}" : call.input().toString();
            return WrittenEvent.tree(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
