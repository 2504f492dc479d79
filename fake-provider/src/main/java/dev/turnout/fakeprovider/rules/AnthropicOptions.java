package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The rules for how the model shall think and answer. */
record AnthropicOptions(AnthropicFields fields) {

    private static final int SMALLEST_BUDGET = 1024;
    private static final double SMALLEST_TOP_P_OF_THINKING = 0.95;
    private static final Set<String> THINKING =
            Set.of("adaptive", "enabled", "disabled", "between_tools");
    private static final Set<String> DISPLAYS = Set.of("summarized", "omitted", "updates");
    private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");

    void check(JsonNode body) {
        thinking(body.path("thinking"), body.path("max_tokens"));
        sampling(body);
        stop(body.path("stop_sequences"));
        output(body.path("output_config"));
        var metadata = body.path("metadata");
        if (!empty(metadata) && fields.object(metadata, "metadata")) {
            fields.known(metadata, "metadata", Set.of("user_id"));
        }
        if (!empty(body.path("stream")) && !body.path("stream").isBoolean()) {
            fields.wrong("stream", "Input should be a valid boolean");
        }
        fields.oneOf(Set.of("auto", "standard_only"), body.path("service_tier"), "service_tier");
        fields.oneOf(Set.of("standard", "fast"), body.path("speed"), "speed");
    }

    private void thinking(JsonNode thinking, JsonNode maxTokens) {
        if (empty(thinking) || !fields.object(thinking, "thinking")) {
            return;
        }
        var type = thinking.path("type").asText();
        var place = "thinking." + type;
        switch (type) {
            case "adaptive", "between_tools" ->
                    fields.known(thinking, place, Set.of("type", "display", "block_binding"));
            case "disabled" -> fields.known(thinking, place, Set.of("type"));
            case "enabled" -> {
                fields.known(
                        thinking,
                        place,
                        Set.of("type", "budget_tokens", "display", "block_binding"));
                budget(thinking.path("budget_tokens"), place + ".budget_tokens", maxTokens);
            }
            default -> fields.noSuchType(thinking.path("type"), "thinking", THINKING);
        }
        fields.oneOf(DISPLAYS, thinking.path("display"), place + ".display");
    }

    private void budget(JsonNode budget, String place, JsonNode maxTokens) {
        if (empty(budget)) {
            fields.wrong(place, "Field required");
        }
        fields.atLeast(SMALLEST_BUDGET, budget, place);
        if (maxTokens.isIntegralNumber() && budget.asLong() >= maxTokens.asLong()) {
            fields.wrong(
                    "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult"
                            + " our documentation at"
                            + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking"
                            + "#max-tokens-and-context-window-size");
        }
    }

    private void sampling(JsonNode body) {
        for (var field : Set.of("temperature", "top_p")) {
            var value = body.path(field);
            if (empty(value)) {
                continue;
            }
            if (!value.isNumber()) {
                fields.wrong(field, "Input should be a valid number");
            } else if (value.asDouble() < 0 || value.asDouble() > 1) {
                fields.wrong(field, "range: 0..1");
            }
        }
        fields.atLeast(0, body.path("top_k"), "top_k");
        var thinking = body.path("thinking").path("type").asText();
        if (!Set.of("enabled", "adaptive").contains(thinking)) {
            return;
        }
        var when = " when thinking is enabled or in adaptive mode.";
        if (body.path("temperature").asDouble(1) != 1) {
            fields.wrong("`temperature` may only be set to 1" + when);
        }
        if (body.path("top_p").asDouble(1) < SMALLEST_TOP_P_OF_THINKING) {
            fields.wrong("`top_p` must be greater than or equal to 0.95 or unset" + when);
        }
        if (!empty(body.path("top_k"))) {
            fields.wrong("`top_k` must be unset" + when);
        }
    }

    private void stop(JsonNode stop) {
        if (!empty(stop) && !stop.isArray()) {
            fields.wrong("stop_sequences", "Input should be a valid list");
        }
        for (int i = 0; i < stop.size(); i++) {
            if (fields.text(stop.path(i), "stop_sequences." + i)
                    && stop.path(i).textValue().isBlank()) {
                fields.wrong("stop_sequences", "each stop sequence must contain non-whitespace");
            }
        }
    }

    private void output(JsonNode config) {
        if (empty(config) || !fields.object(config, "output_config")) {
            return;
        }
        fields.known(config, "output_config", Set.of("effort", "format", "task_budget"));
        fields.oneOf(EFFORTS, config.path("effort"), "output_config.effort");
        var format = config.path("format");
        var place = "output_config.format";
        if (!empty(format) && fields.object(format, place)) {
            fields.known(format, place, Set.of("type", "schema"));
            if (fields.text(format.path("type"), place + ".type")) {
                fields.oneOf(Set.of("json_schema"), format.path("type"), place + ".type");
            }
            fields.object(format.path("schema"), place + ".schema");
        }
    }
}
