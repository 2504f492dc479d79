package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for what is neither input nor tools. */
record ResponsesOptions(Fields fields, Consumer<Refusal> refuse) {

    private static final int FEWEST_TOKENS = 16;
    private static final Set<String> INCLUDES =
            Set.of(
                    "file_search_call.results",
                    "web_search_call.results",
                    "web_search_call.action.sources",
                    "message.input_image.image_url",
                    "computer_call_output.output.image_url",
                    "code_interpreter_call.outputs",
                    "reasoning.encrypted_content",
                    "message.output_text.logprobs");
    private static final Set<String> SUMMARIES = Set.of("auto", "concise", "detailed");
    private static final Set<String> VERBOSITIES = Set.of("low", "medium", "high");
    private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");

    void check(JsonNode body) {
        tokens(body.path("max_output_tokens"));
        between(body, "temperature", 2);
        between(body, "top_p", 1);
        var include = body.path("include");
        for (int i = 0; i < include.size(); i++) {
            fields.oneOf(INCLUDES, include.path(i), "include[" + i + "]");
        }
        for (var field : List.of("store", "stream", "parallel_tool_calls", "background")) {
            var value = body.path(field);
            if (!empty(value) && !value.isBoolean()) {
                refuse.accept(Refusal.type(field, "a boolean", value.getNodeType().name()));
            }
        }
        if (!empty(body.path("stream_options")) && !body.path("stream").asBoolean()) {
            refuse.accept(
                    Refusal.of(
                            "stream_options",
                            "The 'stream_options' parameter is only allowed when 'stream' is"
                                    + " enabled."));
        }
        fields.check(body.path("stream_options"), "stream_options", Set.of("include_obfuscation"));
        var reasoning = body.path("reasoning");
        fields.check(
                reasoning,
                "reasoning",
                Set.of("effort", "summary", "generate_summary", "context", "mode"));
        fields.oneOf(ChatRules.EFFORTS, reasoning.path("effort"), "reasoning.effort");
        fields.oneOf(SUMMARIES, reasoning.path("summary"), "reasoning.summary");
        text(body.path("text"));
    }

    private void tokens(JsonNode limit) {
        var field = "max_output_tokens";
        if (empty(limit)) {
            return;
        }
        if (!limit.isIntegralNumber()) {
            refuse.accept(Refusal.type(field, "an integer", limit.getNodeType().name()));
        } else if (limit.asLong() < FEWEST_TOKENS) {
            refuse.accept(
                    new Refusal(
                            ("Invalid '%s': integer below minimum value. Expected a value >= %d,"
                                            + " but got %s instead.")
                                    .formatted(field, FEWEST_TOKENS, limit),
                            field,
                            "integer_below_min_value"));
        }
    }

    private void between(JsonNode body, String field, int maximum) {
        var value = body.path(field);
        if (empty(value)) {
            return;
        }
        if (!value.isNumber()) {
            refuse.accept(Refusal.type(field, "a decimal", value.getNodeType().name()));
        } else if (value.asDouble() < 0 || value.asDouble() > maximum) {
            boolean above = value.asDouble() > maximum;
            refuse.accept(
                    new Refusal(
                            ("Invalid '%s': decimal %s value. Expected a value %s %d, but got %s"
                                            + " instead.")
                                    .formatted(
                                            field,
                                            above ? "above maximum" : "below minimum",
                                            above ? "<=" : ">=",
                                            above ? maximum : 0,
                                            value),
                            field,
                            above ? "decimal_above_max_value" : "decimal_below_min_value"));
        }
    }

    private void text(JsonNode text) {
        fields.check(text, "text", Set.of("format", "verbosity"));
        fields.oneOf(VERBOSITIES, text.path("verbosity"), "text.verbosity");
        var format = text.path("format");
        fields.oneOf(FORMATS, format.path("type"), "text.format.type");
        if (!format.path("type").asText().equals("json_schema")) {
            fields.check(format, "text.format", Set.of("type"));
            return;
        }
        fields.check(
                format, "text.format", Set.of("type", "name", "schema", "strict", "description"));
        var name = format.path("name");
        fields.name(name, "text.format.name");
        if (!format.path("schema").isObject()) {
            refuse.accept(Refusal.missing("text.format.schema"));
        } else if (format.path("strict").asBoolean()) {
            var problem = StrictSchema.problem(format.path("schema"));
            if (problem != null) {
                refuse.accept(
                        new Refusal(
                                "Invalid schema for response_format '%s': %s"
                                        .formatted(name.asText(), problem),
                                "text.format.schema",
                                "invalid_json_schema"));
            }
        }
    }
}
