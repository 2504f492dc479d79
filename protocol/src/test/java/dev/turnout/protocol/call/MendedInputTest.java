package dev.turnout.protocol.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.json.ToolInput;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendedInputTest {

    private static final InputShape SHAPE =
            InputShape.of(
                    """
                    {"type":"object","properties":{
                      "text":{"type":"string"},
                      "list":{"type":"array","items":{"type":"object","properties":{
                        "tags":{"type":"array"}}}},
                      "maybe":{"anyOf":[{"type":"array"},{"type":"null"}]},
                      "either":{"type":["string","array"]},
                      "free":{}}}
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": 1}",
                " {\"a\" : [1.50, -0, 1e9, null]}\n",
                "{\"text\":\"[1]\"}",
                "{\"either\":\"[1]\"}",
                "{\"free\":\"[1]\"}",
                "{\"list\":\"none\"}",
                "{\"list\":\"7\"}",
                "{\"INVALID_JSON\":\"cut off\"}"
            })
    void whatIsAnObjectStaysToTheLetter(String written) {
        assertThat(MendedInput.of(written, SHAPE)).isEqualTo(written);
    }

    static Stream<Arguments> mended() {
        return Stream.of(
                Arguments.of("```json\n{\"a\":1}\n```", "{\"a\":1}"),
                Arguments.of("{\"a\":1,}", "{\"a\":1}"),
                Arguments.of("{\"a\":[1,2,],}", "{\"a\":[1,2]}"),
                Arguments.of("{'a': 'it is \"b\"'}", "{\"a\":\"it is \\\"b\\\"\"}"),
                Arguments.of("{'a': 'it\\'s'}", "{\"a\":\"it's\"}"),
                Arguments.of("{'a': '}'}", "{\"a\":\"}\"}"),
                Arguments.of("{\"a\":1}}", "{\"a\":1}"),
                Arguments.of("{{\"a\":1}}", "{\"a\":1}"),
                Arguments.of("[{\"a\":1}]", "{\"a\":1}"),
                Arguments.of("{\"a\":\"b\nc\td\"}", "{\"a\":\"b\\nc\\td\"}"),
                Arguments.of("{}{\"a\":1}", "{\"a\":1}"),
                Arguments.of("{\"a\":1}{\"a\":2}", "{\"a\":2}"),
                Arguments.of("{\"a\":1}{}", "{\"a\":1}"),
                Arguments.of("{}{}", "{}"),
                Arguments.of("{\"a\":{\"b\":[1", "{\"a\":{\"b\":[1]}}"),
                Arguments.of("{\"a\":[1,2}", "{\"a\":[1,2]}"),
                Arguments.of("{\"a\":1]}", "{\"a\":1}"),
                Arguments.of("{\"a\": True, \"b\": None}", "{\"a\":true,\"b\":null}"),
                Arguments.of("{\"a\":\"True\"}}", "{\"a\":\"True\"}"),
                Arguments.of("{a: False}", "{\"a\":false}"),
                Arguments.of("{\"a\":\"C:\\dir\\d+\\u12\"}", "{\"a\":\"C:\\\\dir\\\\d+\\\\u12\"}"),
                Arguments.of("Here: {\"a\":1} <|end|>", "{\"a\":1}"),
                Arguments.of("\"{\\\"a\\\":1}\"", "{\"a\":1}"),
                Arguments.of("\"{'a':1}\"", "{\"a\":1}"),
                Arguments.of("{\"list\":\"[1, 2]\"}", "{\"list\":[1,2]}"),
                Arguments.of("{\"list\":\"[{'tags': '[1]'}]\"}", "{\"list\":[{\"tags\":[1]}]}"),
                Arguments.of(
                        "{\"maybe\":\"[]\",\"text\":\"[]\"}", "{\"maybe\":[],\"text\":\"[]\"}"));
    }

    @ParameterizedTest
    @MethodSource("mended")
    void whatWasMeantIsMadeOut(String written, String meant) {
        assertThat(MendedInput.of(written, SHAPE)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -la",
                "[1,2]",
                "7",
                "\"ls\"",
                "{\"a\":\"b",
                "{\"a\" 1}",
                "{'a': 'it's'}",
                "{\"a\":",
                "\"{"
            })
    void theRestIsShownToTheModel(String written) {
        assertThat(MendedInput.of(written, SHAPE)).isEqualTo(ToolInput.invalid(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null"})
    void nothingIsNothing(String written) {
        assertThat(MendedInput.of(written, SHAPE)).isEmpty();
    }

    @Test
    void bracketsWithoutEndAreNotMended() {
        var written = "{".repeat(200_000) + "}".repeat(200_000);
        assertThat(MendedInput.of(written, SHAPE)).startsWith("{\"INVALID_JSON\":");
    }

    @Test
    void whateverIsWrittenAnObjectComesOfIt() {
        var letters = "{}[]\"'\\,: 1aTrueNone\n`";
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var written = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                written.append(letters.charAt(random.nextInt(letters.length())));
            }
            var mended = MendedInput.of(written.toString(), SHAPE);
            assertThat(mended.isEmpty() || isObject(mended)).as(written.toString()).isTrue();
        }
    }

    private static boolean isObject(String json) {
        return !ToolInput.object(json).equals(ToolInput.invalid(json));
    }
}
