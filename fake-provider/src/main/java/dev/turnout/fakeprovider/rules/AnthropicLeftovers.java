package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what only Anthropic's format has: no vendor of this one takes it, however lenient. */
final class AnthropicLeftovers {

    private static final Set<String> FIELDS =
            Set.of(
                    "cache_control",
                    "input_schema",
                    "tool_use_id",
                    "is_error",
                    "signature",
                    "citations",
                    "defer_loading",
                    "eager_input_streaming",
                    "disable_parallel_tool_use",
                    "stop_sequences",
                    "output_config",
                    "context_management");
    private static final Set<String> PARTS =
            Set.of(
                    "tool_use",
                    "tool_result",
                    "tool_reference",
                    "thinking",
                    "redacted_thinking",
                    "image",
                    "document",
                    "search_result",
                    "server_tool_use",
                    "web_search_tool_result");

    private static final Set<String> OPENAI_PARTS =
            Set.of("text", "image_url", "input_audio", "file", "refusal");

    /** Users' own words and schemas, and what OpenRouter signs: anything may stand in them. */
    private static final Set<String> OPAQUE =
            Set.of("parameters", "schema", "metadata", "logit_bias", "reasoning_details");

    private AnthropicLeftovers() {}

    static void check(JsonNode body, Consumer<Refusal> refuse) {
        object(body, "", refuse);
    }

    private static void any(JsonNode node, String place, Consumer<Refusal> refuse) {
        if (node.isObject()) {
            object(node, place, refuse);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                any(node.get(i), place + "[" + i + "]", refuse);
            }
        }
    }

    private static void object(JsonNode object, String place, Consumer<Refusal> refuse) {
        var type = object.path("type").asText();
        if (PARTS.contains(type)) {
            refuse.accept(Refusal.value(place + ".type", type, OPENAI_PARTS));
        }
        for (var field : object.properties()) {
            var inside = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            if (FIELDS.contains(field.getKey())) {
                refuse.accept(Refusal.unknown(inside));
            } else if (!OPAQUE.contains(field.getKey())) {
                any(field.getValue(), inside, refuse);
            }
        }
    }
}
