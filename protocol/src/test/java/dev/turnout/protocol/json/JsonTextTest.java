package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</a>\"",
                "\\u003c/a>\"",
                "\\u003C\\/a\\u003e\"",
                "<\\u002fa>",
                "\\u003c\\/\\u0061>"
            })
    void textMatchesHoweverItIsEscaped(String raw) {
        var json = raw.getBytes(UTF_8);
        int end = raw.endsWith("\"") ? json.length - 1 : json.length;
        assertThat(JsonText.match(json, 0, "</a>")).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "</a",
                "</b>",
                "</\"a>",
                "\\",
                "\\u",
                "\\u003",
                "\\u00",
                "\\u00zz/a>",
                "\\ud83c/a>",
                "\\\\u003c/a>",
                "\u00e4"
            })
    void otherTextDoesNot(String raw) {
        assertThat(JsonText.match(raw.getBytes(UTF_8), 0, "</a>")).isEqualTo(-1);
    }

    @Test
    void textIsFoundWithinItsStringOnly() {
        var json = "\"a \\\\<x \\\" \\u003cx>\" <x>".getBytes(UTF_8);
        assertThat(JsonText.find(json, 1, "<x>")).isEqualTo(11);
        assertThat(JsonText.find(json, 12, "<x>")).isEqualTo(-1);
        assertThat(JsonText.find("\"no end".getBytes(UTF_8), 1, "<x>")).isEqualTo(-1);
        assertThat(JsonText.find("\"\\".getBytes(UTF_8), 1, "<x>")).isEqualTo(-1);
    }

    @Test
    void shortEscapesStandForControls() {
        assertThat(JsonText.match("\\n\\t\\r\\b\\f\\\"\\\\".getBytes(UTF_8), 0, "\n\t\r\b\f\"\\"))
                .isEqualTo(14);
    }

    @Test
    void decodesPartOfAString() {
        var json = "\"x deep\\/se\\u0065k y\"".getBytes(UTF_8);
        assertThat(JsonText.decode(json, 3, json.length - 3)).isEqualTo("deep/seek");
        assertThat(JsonText.decode(json, 3, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a\"b\\c\n\t\u0001", "\u00e4\u20ac\ud83d\ude00"})
    void quotesAnyText(String text) throws IOException {
        var quoted = JsonText.quote(text);
        assertThat(new ObjectMapper().readTree(quoted).textValue()).isEqualTo(text);
        assertThat(quoted).doesNotContain("\n");
    }

    @Test
    void halfASurrogatePairIsMended() {
        assertThat(JsonText.quote("a\ud83d")).isEqualTo("\"a\ufffd\"");
        assertThat(JsonText.quote("\ude00\ud83d\ude00")).isEqualTo("\"\ufffd\ud83d\ude00\"");
    }
}
