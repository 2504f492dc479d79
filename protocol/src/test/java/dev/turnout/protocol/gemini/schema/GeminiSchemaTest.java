package dev.turnout.protocol.gemini.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.protocol.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every keyword against what is to become of it: a line of {@code schemas.jsonl} each. */
class GeminiSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Google documents for the field ({@code @google/genai}, responseJsonSchema). */
    private static final Set<String> TAKEN =
            Set.of(
                    "type",
                    "format",
                    "title",
                    "description",
                    "enum",
                    "items",
                    "prefixItems",
                    "minItems",
                    "maxItems",
                    "minimum",
                    "maximum",
                    "anyOf",
                    "properties",
                    "additionalProperties",
                    "required");

    static Stream<JsonNode> lines() {
        return new String(Resources.bytes("gemini/schemas.jsonl"), UTF_8)
                .lines()
                .map(GeminiSchemaTest::tree);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void becomesWhatTheLineSays(JsonNode line) {
        var became = became(line);
        var expected = line.get("becomes");
        assertThat(became == null ? null : became.toPrettyString())
                .as(line.get("why").textValue())
                .isEqualTo(expected.isNull() ? null : inWrittenOrder(expected, became));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void holdsNoKeywordThatGeminiDoesNotTake(JsonNode line) {
        var became = became(line);
        if (became != null) {
            check(became);
        }
    }

    /** References to references would make billions of schemas out of this one. */
    @Test
    void doesNotGrowBeyondMeasure() {
        var schema =
                new StringBuilder("{\"type\":\"object\",\"$defs\":{\"d0\":{\"type\":\"string\"}");
        for (int i = 1; i < 40; i++) {
            var before = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
            schema.append(
                    ",\"d" + i + "\":{\"properties\":{\"a\":" + before + ",\"b\":" + before + "}}");
        }
        schema.append("},\"properties\":{\"a\":{\"$ref\":\"#/$defs/d39\"}}}");
        assertThat(GeminiSchema.ofTool(schema.toString())).hasSizeLessThan(1_000_000);
    }

    /** Arrays within arrays would be gone through twice as often with each. */
    @Test
    void isGoneThroughOnce() {
        var schema = "{\"items\":".repeat(100) + "{\"type\":\"string\"}" + "}".repeat(100);
        assertThat(GeminiSchema.ofAnswer(schema))
                .endsWith("{\"type\":\"string\"}" + "}".repeat(100));
    }

    private static @Nullable JsonNode became(JsonNode line) {
        if (line.has("answer")) {
            return tree(GeminiSchema.ofAnswer(line.get("answer").toString()));
        }
        if (line.has("tool")) {
            var tool = GeminiSchema.ofTool(line.get("tool").toString());
            return tool == null ? null : tree(tool);
        }
        var tool = "{\"type\":\"object\",\"properties\":{\"a\":" + line.get("property") + "}}";
        var became = GeminiSchema.ofTool(tool);
        return became == null ? null : tree(became).at("/properties/a");
    }

    private static void check(JsonNode schema) {
        schema.fieldNames().forEachRemaining(name -> assertThat(TAKEN).contains(name));
        schema.path("properties").forEach(GeminiSchemaTest::check);
        schema.path("anyOf").forEach(GeminiSchemaTest::check);
        schema.path("prefixItems").forEach(GeminiSchemaTest::check);
        check(schema.path("items"), schema.path("additionalProperties"));
    }

    private static void check(JsonNode... schemas) {
        for (var schema : schemas) {
            if (schema.isObject()) {
                check(schema);
            }
        }
    }

    private static String inWrittenOrder(JsonNode expected, @Nullable JsonNode became) {
        return (became != null && expected.equals(became) ? became : expected).toPrettyString();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
