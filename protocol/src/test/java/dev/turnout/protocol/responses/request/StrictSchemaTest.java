package dev.turnout.protocol.responses.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas against the rules of OpenAI's documentation of Structured Outputs. */
class StrictSchemaTest {

    private static final String CLOSED =
            "{\"type\":\"object\",\"properties\":{\"a\":%s},\"required\":[\"a\"],"
                    + "\"additionalProperties\":false}";
    private static final String OPEN = "{\"type\":\"object\",\"properties\":{}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\",\"enum\":[\"x\"]}",
                "{\"type\":[\"string\",\"null\"]}",
                "{\"type\":\"array\",\"items\":{\"type\":\"number\"}}",
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}",
                "{\"$ref\":\"#/$defs/b\",\"$defs\":{\"b\":{\"type\":\"string\"}}}",
            })
    void aClosedObjectOfSuchIsStrict(String property) {
        assertThat(StrictSchema.is(CLOSED.formatted(property))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN,
                "{\"type\":[\"object\",\"null\"],\"properties\":{}}",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
                "{\"type\":\"object\",\"additionalProperties\":true}",
                "{\"type\":\"array\",\"items\":" + OPEN + "}",
                "{\"type\":\"array\",\"items\":true}",
                "{\"anyOf\":[{\"type\":\"string\"}," + OPEN + "]}",
                "{\"$ref\":\"#/$defs/b\",\"$defs\":{\"b\":" + OPEN + "}}",
                "{\"oneOf\":[{\"type\":\"string\"}]}",
                "{\"allOf\":[]}",
                "true",
            })
    void oneWithSuchIsNot(String property) {
        assertThat(StrictSchema.is(CLOSED.formatted(property))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN,
                "[]",
                "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}},\"required\":[\"a\"],"
                        + "\"additionalProperties\":false}",
                "{\"type\":\"object\",\"properties\":[],\"additionalProperties\":false}",
            })
    void whatIsOpenOrLeavesSomethingOutIsNot(String schema) {
        assertThat(StrictSchema.is(schema)).isFalse();
    }
}
