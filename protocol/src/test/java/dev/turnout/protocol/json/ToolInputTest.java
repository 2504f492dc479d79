package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", " null "})
    void nothingIsAnEmptyObject(String written) {
        assertThat(ToolInput.object(written)).isEqualTo("{}");
    }

    @Test
    void anObjectLosesItsWhiteSpaceOnly() {
        assertThat(ToolInput.object(" { \"a b\" : [ 1, 2 ] } ")).isEqualTo("{\"a b\":[1,2]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "path=a      | {\"INVALID_JSON\":\"path=a\"}",
                "[1]         | {\"INVALID_JSON\":\"[1]\"}",
                "{\"a\":     | {\"INVALID_JSON\":\"{\\\"a\\\":\"}",
                "{} {}       | {\"INVALID_JSON\":\"{} {}\"}",
            })
    void anythingElseIsKeptWithinOne(String written, String object) {
        assertThat(ToolInput.object(written)).isEqualTo(object);
    }

    @Test
    void halfASurrogatePairIsMended() {
        assertThat(ToolInput.object("{\"a\":\"\ud83d\"}")).isEqualTo("{\"a\":\"\ufffd\"}");
        assertThat(ToolInput.object("\ud83d")).isEqualTo("{\"INVALID_JSON\":\"\ufffd\"}");
        var raw = new JsonWriter().raw("{\"a\":\"\ud83d\"}").bytes();
        assertThat(new String(raw, UTF_8)).isEqualTo("{\"a\":\"\ufffd\"}");
    }
}
