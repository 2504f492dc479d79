package dev.turnout.config.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.turnout.contracts.config.ConfigError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The form that a document must have: {@code turnout.schema.json}, draft 2020-12. */
final class DocumentSchema {

    private static final String TEXT = resource();
    private static final JsonNode TREE = tree();
    private static final SchemaWords WORDS = new SchemaWords(TREE);
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            TREE,
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .build());

    private DocumentSchema() {}

    static String text() {
        return TEXT;
    }

    /** What is wrong with the document's form, in plain words. */
    static List<ConfigError> check(JsonNode document) {
        return SCHEMA.validate(document).stream().map(WORDS::say).toList();
    }

    private static String resource() {
        try (var data = DocumentSchema.class.getResourceAsStream("turnout.schema.json")) {
            return new String(Objects.requireNonNull(data).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of this very jar is not readable", e);
        }
    }

    private static JsonNode tree() {
        try {
            return new ObjectMapper().readTree(TEXT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the schema of this very jar is not JSON", e);
        }
    }
}
