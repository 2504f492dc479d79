package dev.turnout.protocol.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolSchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | {\"type\":\"object\",\"properties\":{}}",
                "{ \"type\" : \"object\" }              | {\"properties\":{},\"type\":\"object\"}",
                "{\"properties\": {\"a\": {}}}          | {\"type\":\"object\",\"properties\":{\"a\":{}}}",
                "{\"type\": \"object\", \"properties\": {}, \"x\": \" {} \"} | {\"type\":\"object\",\"properties\":{},\"x\":\" {} \"}",
            })
    void typeAndPropertiesAreAlwaysThere(String given, String schema) {
        assertThat(read(given)).isEqualTo(schema);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> read("[]"))
                .hasMessage("INVALID_REQUEST: tools.0: Input should be an object, not an array.");
    }

    private static String read(String json) {
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            return ToolSchema.read(scan, JsonPlace.field("tools").to(0));
        }
    }
}
