package dev.turnout.fakeprovider.rules.gemini;

import static dev.turnout.fakeprovider.rules.gemini.Names.each;
import static dev.turnout.fakeprovider.rules.gemini.Names.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** The rules for {@code generationConfig}. */
record Config(Generation generation, Consumer<Violation> refuse) {

    private static final int STOPS = 5;

    void check(JsonNode config) {
        thinking(field(config, "thinkingConfig"));
        int stops = each(field(config, "stopSequences")).size();
        if (stops > STOPS) {
            wrong("stop_sequences", "at most %d are supported, got %d.".formatted(STOPS, stops));
        }
        var limit = field(config, "maxOutputTokens");
        if (!limit.isMissingNode() && limit.asInt() < 1) {
            wrong("max_output_tokens", "max_output_tokens must be positive.");
        }
        between(config, "temperature", 2);
        between(config, "topP", 1);
        schema(config);
    }

    private void thinking(JsonNode thinking) {
        var budget = field(thinking, "thinkingBudget");
        var level = field(thinking, "thinkingLevel");
        if (!budget.isMissingNode() && !level.isMissingNode()) {
            refuse.accept(
                    Violation.of(
                            "You can only set only one of thinking budget and thinking level."));
        }
        if (!level.isMissingNode() && generation == Generation.OLD) {
            refuse.accept(Violation.of("Thinking level is not supported for this model."));
        }
        if (budget.asInt(-1) == 0 && field(thinking, "includeThoughts").asBoolean()) {
            refuse.accept(
                    Violation.of(
                            "Thinking_config.include_thoughts is only enabled when thinking is"
                                    + " enabled."));
        }
    }

    private void schema(JsonNode config) {
        var schema = field(config, "responseSchema");
        var jsonSchema = field(config, "responseJsonSchema");
        if (!schema.isMissingNode() && !jsonSchema.isMissingNode()) {
            wrong("response_schema", "response_schema and response_json_schema are exclusive.");
        }
        boolean any = !schema.isMissingNode() || !jsonSchema.isMissingNode();
        if (any && !field(config, "responseMimeType").asText().equals("application/json")) {
            wrong("response_schema", "only allowed when response_mime_type is `application/json`.");
        }
        if (!schema.isMissingNode()) {
            new Schemas(refuse).check(schema, "generation_config.response_schema");
        }
    }

    private void between(JsonNode config, String name, int maximum) {
        var value = field(config, name);
        if (!value.isMissingNode() && (value.asDouble() < 0 || value.asDouble() > maximum)) {
            var field = Names.snake(name);
            wrong(field, "%s must be in the range [0.0, %d.0].".formatted(field, maximum));
        }
    }

    private void wrong(String field, String wrong) {
        refuse.accept(Violation.in("generation_config." + field, wrong));
    }
}
