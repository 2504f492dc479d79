package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.LooseJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsNotEnteredIsSkipped() {
        try (var scan = scan("{\"a\": {\"x\": [1, {}]}, \"b\": [[], 2], \"c\": \"last\"}")) {
            assertThat(scan.enterObject()).isTrue();
            assertThat(scan.nextField()).isTrue();
            assertThat(scan.name()).isEqualTo("a");
            assertThat(scan.nextField()).isTrue();
            assertThat(scan.enterArray()).isTrue();
            assertThat(scan.nextElement()).isTrue();
            assertThat(scan.nextElement()).isTrue();
            assertThat(scan.longOr(0)).isEqualTo(2);
            assertThat(scan.nextElement()).isFalse();
            assertThat(scan.nextField()).isTrue();
            assertThat(scan.string()).isEqualTo("last");
            assertThat(scan.nextField()).isFalse();
            scan.finish();
        }
    }

    @Test
    void aValueIsEnteredOnlyAsWhatItIs() {
        try (var scan = scan("[{\"a\": 1}, 5]")) {
            assertThat(scan.enterObject()).isFalse();
            assertThat(scan.enterArray()).isTrue();
            assertThat(scan.enterArray()).as("twice").isFalse();
            assertThat(scan.nextElement()).isTrue();
            assertThat(scan.enterArray()).isFalse();
            assertThat(scan.nextElement()).as("skips the object").isTrue();
            assertThat(scan.enterObject()).isFalse();
            assertThat(scan.kind()).isEqualTo("a number");
        }
    }

    @Test
    void valuesTellWhatTheyAre() {
        try (var scan = scan("[\"Hi\\u0021\", \"\", true, false, null, 12, 1.5, 1e400, {}, []]")) {
            scan.enterArray();
            scan.nextElement();
            assertThat(scan.stringOrNull()).isEqualTo("Hi!");
            assertThat(scan.is("Hi!")).isTrue();
            assertThat(scan.is("Hi")).isFalse();
            assertThat(scan.startsWith("Hi")).isTrue();
            assertThat(scan.contains("i!")).isTrue();
            assertThat(scan.contains("x")).isFalse();
            assertThat(scan.longOr(7)).isEqualTo(7);
            scan.nextElement();
            assertThat(scan.is("")).isTrue();
            scan.nextElement();
            assertThat(scan.isTrue()).isTrue();
            assertThat(scan.stringOrNull()).isNull();
            assertThat(scan.string()).isEmpty();
            scan.nextElement();
            assertThat(scan.isTrue()).isFalse();
            assertThat(scan.kind()).isEqualTo("a boolean");
            scan.nextElement();
            assertThat(scan.kind()).isEqualTo("null");
            scan.nextElement();
            assertThat(scan.longOr(7)).isEqualTo(12);
            scan.nextElement();
            assertThat(scan.longOr(7)).isEqualTo(7);
            scan.nextElement();
            assertThat(scan.longOr(7)).isEqualTo(7);
            scan.nextElement();
            assertThat(scan.kind()).isEqualTo("an object");
            scan.nextElement();
            assertThat(scan.kind()).isEqualTo("an array");
            assertThat(scan.isArray()).isTrue();
        }
    }

    @Test
    void aNumberThatDoesNotFitIsNone() {
        try (var scan = scan("[9223372036854775807, 9223372036854775808]")) {
            scan.enterArray();
            scan.nextElement();
            assertThat(scan.longOr(-1)).isEqualTo(Long.MAX_VALUE);
            scan.nextElement();
            assertThat(scan.longOr(-1)).isEqualTo(-1);
        }
    }

    @Test
    void numbersOfAllKindsAreRead() {
        try (var scan = scan("[1, 0.25, -1e3, 1e400, \"1\", null, {}]")) {
            var numbers = new ArrayList<Double>();
            var nulls = 0;
            var objects = 0;
            scan.enterArray();
            while (scan.nextElement()) {
                numbers.add(scan.numberOrNull());
                nulls += scan.isNull() ? 1 : 0;
                objects += scan.isObject() ? 1 : 0;
            }
            assertThat(numbers).containsExactly(1.0, 0.25, -1000.0, null, null, null, null);
            assertThat(nulls).isEqualTo(1);
            assertThat(objects).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void compactJsonIsTheSameWithoutWhiteSpace(long seed) throws IOException {
        var tree = JSON.readTree(Capture.of("cc-tools-2").body());
        var body = LooseJson.write(tree, new Random(seed));
        try (var scan = JsonScan.of(body)) {
            var compact = scan.compact(scan.start());
            assertThat(JSON.readTree(compact)).isEqualTo(tree);
            assertThat(compact.replaceAll("\"([^\"\\\\]|\\\\.)*\"", ""))
                    .doesNotContainPattern("\\s");
        }
    }

    @Test
    void compactJsonMayBeginBeforeTheCursor() {
        try (var scan = scan("[ {\"a\": \"x \\\\\" , \"b\" : [1, 2]} , 3]")) {
            scan.enterArray();
            scan.nextElement();
            int start = scan.start();
            scan.enterObject();
            while (scan.nextField()) {
                assertThat(scan.name()).isIn("a", "b");
            }
            assertThat(scan.compact(start)).isEqualTo("{\"a\":\"x \\\\\",\"b\":[1,2]}");
        }
    }

    static List<String> captures() {
        return Capture.names();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everySpanHoldsItsValue(String capture) throws IOException {
        var body = Capture.of(capture).body();
        assertThat(rebuilt(body, 0, body.length)).isEqualTo(JSON.readTree(body));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySpanHoldsItsValueHoweverItIsWritten(long seed) throws IOException {
        var random = new Random(seed);
        var tree = JSON.readTree(Capture.of("cc-tools-2").body());
        var body = LooseJson.write(tree, random);
        assertThat(rebuilt(body, 0, body.length)).isEqualTo(tree);

        var framed = new byte[body.length + 20];
        Arrays.fill(framed, (byte) '"');
        System.arraycopy(body, 0, framed, 10, body.length);
        assertThat(rebuilt(framed, 10, body.length)).as("within an array").isEqualTo(tree);
    }

    /** The tree again, each scalar read from its span and each span compared with its content. */
    private static JsonNode rebuilt(byte[] json, int offset, int length) throws IOException {
        try (var scan = JsonScan.of(json, offset, length)) {
            var value = value(scan, json);
            scan.finish();
            return value;
        }
    }

    private static JsonNode value(JsonScan scan, byte[] json) throws IOException {
        int start = scan.start();
        JsonNode tree;
        if (scan.enterObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            while (scan.nextField()) {
                object.set(scan.name(), value(scan, json));
            }
            tree = object;
        } else if (scan.enterArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (scan.nextElement()) {
                array.add(value(scan, json));
            }
            tree = array;
        } else {
            var span = scan.span();
            tree = JSON.readTree(json, span.offset(), span.length());
            if (scan.isString()) {
                assertThat(scan.string()).isEqualTo(tree.textValue());
            }
        }
        assertThat(JSON.readTree(json, start, scan.end() - start)).isEqualTo(tree);
        return tree;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": }         | Unexpected character ('}' (code 125))",
                "{\"a\": 1         | it ends in the middle at byte 7",
                "{\"a\": \"x       | it ends in the middle",
                "{\"a\" 1}         | was expecting a colon",
                "{a: 1}            | Unexpected character ('a' (code 97))",
                "{\"a\": 01}       | Leading zeroes not allowed at byte 7",
                "{\"a\": nul}      | Unrecognized token 'nul'",
                "{\"a\": \"\\x\"}  | Unrecognized character escape",
                "{\"a\": \"\u0001\"} | Illegal unquoted character",
                "{} {}             | something follows its end at byte 3",
                "{}x               | Unrecognized token 'x'",
                "{\"a\": [1}       | Unexpected close marker '}'",
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String json, String says) {
        assertRefused(json.strip().getBytes(UTF_8), says);
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsPlace() {
        assertRefused("{\"a\":\"\u00e4\"}".getBytes(ISO_8859_1), "not UTF-8 at byte 6");
        assertRefused(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}, "not UTF-8 at byte 1");
        assertRefused(
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                "not UTF-8 at byte 1");
        assertRefused(new byte[] {'"', 'a', (byte) 0xE2, (byte) 0x82}, "not UTF-8 at byte 2");
        assertRefused("{\"a\":1}".getBytes(UTF_16LE), "zero bytes");
    }

    @Test
    void longAndForeignTextIsUtf8() {
        var text = "\u00e4\u20ac\ud83d\ude00 ".repeat(3000);
        try (var scan = scan('"' + text + '"')) {
            assertThat(scan.string()).isEqualTo(text);
            scan.finish();
        }
    }

    @Test
    void aByteOrderMarkShiftsNothing() {
        try (var scan = scan("\ufeff{\"a\": 12}")) {
            scan.enterObject();
            scan.nextField();
            assertThat(scan.start()).isEqualTo(9);
            assertThat(scan.end()).isEqualTo(11);
        }
    }

    @Test
    void depthIsLimited() {
        var deepest = "[".repeat(128) + "]".repeat(128);
        try (var scan = scan(deepest)) {
            scan.finish();
        }
        assertRefused(
                ("[".repeat(129) + "]".repeat(129)).getBytes(UTF_8), "deeper than 128 levels");
        assertRefused("[".repeat(100_000).getBytes(UTF_8), "deeper than 128 levels");
        assertRefused("{\"a\":".repeat(129).getBytes(UTF_8), "deeper than 128 levels");
    }

    @Test
    void namesAndNumbersAreLimited() {
        assertRefused(("[" + "9".repeat(2000) + "]").getBytes(UTF_8), "beyond all measure");
        assertRefused(("{\"" + "n".repeat(60_000) + "\":1}").getBytes(UTF_8), "beyond all measure");
    }

    @Test
    void nothingAtAllIsNoValue() {
        try (var scan = scan("  ")) {
            assertThat(scan.kind()).isEqualTo("nothing");
            assertThat(scan.enterObject()).isFalse();
        }
    }

    @Test
    void everyPrefixOfADocumentIsRefused() {
        var json = "{\"model\":\"m\u00e4\\u00e4\\n\",\"n\":[1,-2.5e3,{\"t\":true,\"x\":null}]}";
        var bytes = json.getBytes(UTF_8);
        for (int length = 1; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "The body is not usable JSON: ");
        }
    }

    @Test
    void whatWasFoundIsQuotedOnlyInPart() {
        var secret = "sk".repeat(100);
        assertThatThrownBy(() -> walk(secret.getBytes(UTF_8)))
                .hasMessageContaining("Unrecognized token")
                .hasMessageNotContaining("sk".repeat(20));
    }

    private static void assertRefused(byte[] json, String says) {
        assertThatThrownBy(() -> walk(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(e.problem().message())
                                    .contains(says)
                                    .endsWith("Send one JSON object, encoded in UTF-8.");
                        });
    }

    private static void walk(byte[] json) {
        try (var scan = JsonScan.of(json)) {
            scan.finish();
        }
    }

    private static JsonScan scan(String json) {
        return JsonScan.of(json.getBytes(UTF_8));
    }
}
