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

    private final Set<String> known;
    private final Consumer<Refusal> refuse;

    private AnthropicLeftovers(Set<String> known, Consumer<Refusal> refuse) {
        this.known = known;
        this.refuse = refuse;
    }

    /**
     * Looks through a whole body.
     *
     * @param known fields that this format has too
     */
    static void check(JsonNode body, Set<String> known, Consumer<Refusal> refuse) {
        new AnthropicLeftovers(known, refuse).object(body, "");
    }

    private void any(JsonNode node, String place) {
        if (node.isObject()) {
            object(node, place);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                any(node.get(i), place + "[" + i + "]");
            }
        }
    }

    private void object(JsonNode object, String place) {
        var type = object.path("type").asText();
        if (PARTS.contains(type)) {
            refuse.accept(Refusal.value(place + ".type", type, OPENAI_PARTS));
        }
        for (var field : object.properties()) {
            var inside = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            if (FIELDS.contains(field.getKey()) && !known.contains(field.getKey())) {
                refuse.accept(Refusal.unknown(inside));
            } else if (!OPAQUE.contains(field.getKey())) {
                any(field.getValue(), inside);
            }
        }
    }
}
