package dev.turnout.protocol.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseSplitterTest {

    private static final int LIMIT = 400;

    private record Seen(String name, String data, boolean whole) {
        private static Seen of(String name, String data) {
            return new Seen(name, data, true);
        }
    }

    /** Keeps what it is given; of some names it wants no data. */
    private static final class Recorder implements SseSink {
        private final List<Seen> events = new ArrayList<>();

        @Override
        public void event(SseEvent event) {
            var data = new String(event.bytes(), event.offset(), event.length(), UTF_8);
            events.add(new Seen(event.name(), data, event.whole()));
        }

        @Override
        public boolean wants(String name) {
            return !name.equals("unwanted");
        }
    }

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("event: a\ndata: 1\n\n", List.of(Seen.of("a", "1"))),
                Arguments.of("event:a\rdata:1\r\r", List.of(Seen.of("a", "1"))),
                Arguments.of("event: a\r\ndata:  1 \r\n\r\n", List.of(Seen.of("a", " 1 "))),
                Arguments.of(
                        "data: 1\r\n\r\ndata: 2\n\ndata: 3\r\rdata: 4\r\n\r\n",
                        List.of(
                                Seen.of("", "1"),
                                Seen.of("", "2"),
                                Seen.of("", "3"),
                                Seen.of("", "4"))),
                Arguments.of(
                        "data: 1\ndata\ndata:\ndata: 2\nevent: late\n\n",
                        List.of(Seen.of("late", "1\n\n\n2"))),
                Arguments.of("data\n\ndata:\n\n", List.of(Seen.of("", ""), Seen.of("", ""))),
                Arguments.of(
                        "\ufeffdata: mark\n\n\ufeffdata: no mark\n\n",
                        List.of(Seen.of("", "mark"))),
                Arguments.of(
                        ": hello\n\n:\n: a long comment about data: 1\ndata: 2\n: x\n\n",
                        List.of(Seen.of("", "2"))),
                Arguments.of(
                        "id: 7\nretry: 10\nevent: only a name\n\nevent: a\nevent: b\ndata: 1\n\n",
                        List.of(Seen.of("b", "1"))),
                Arguments.of(
                        "database: x\ndat: y\n data: z\neventdata: q\n\ndata : v\n\n", List.of()),
                Arguments.of("\n\n\r\n\rdata: 1\n\n\n\n", List.of(Seen.of("", "1"))),
                Arguments.of("event: a\ndata: 1\n", List.of(Seen.of("a", "1"))),
                Arguments.of("event: a\ndata: cut off", List.of(Seen.of("a", "cut off"))),
                Arguments.of("event: a", List.of()),
                Arguments.of("", List.of()),
                Arguments.of(
                        "event: \u00fc\ndata: \u00e4\u20ac\ud83d\ude00\ndata: \ud83d\ude00\n\n",
                        List.of(Seen.of("\u00fc", "\u00e4\u20ac\ud83d\ude00\n\ud83d\ude00"))),
                Arguments.of(
                        "event: unwanted\ndata: " + "x".repeat(900) + "\ndata: y\n\ndata: 1\n\n",
                        List.of(new Seen("unwanted", "", false), Seen.of("", "1"))),
                Arguments.of(
                        "data: 0\nevent: unwanted\ndata: 1\n\n",
                        List.of(Seen.of("unwanted", "0\n1"))),
                Arguments.of(
                        "data: "
                                + "x".repeat(LIMIT)
                                + "\n\ndata: "
                                + "y".repeat(LIMIT + 1)
                                + "\n\ndata: 1\ndata: "
                                + "z".repeat(2 * LIMIT)
                                + "\ndata: 2\n\ndata: "
                                + "q".repeat(LIMIT)
                                + "\ndata:\n\n",
                        List.of(
                                Seen.of("", "x".repeat(LIMIT)),
                                new Seen("", "y".repeat(LIMIT), false),
                                new Seen("", "1\n" + "z".repeat(LIMIT - 2), false),
                                new Seen("", "q".repeat(LIMIT), false))),
                Arguments.of(
                        "event: " + "n".repeat(900) + "\ndata: 1\n\n",
                        List.of(Seen.of("n".repeat(64), "1"))));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamIsReadTheSameHoweverItIsCut(String stream, List<Seen> expected) {
        assertSameHoweverCut(stream.getBytes(UTF_8), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text.sse", "thinking-text-tools.sse", "web-search.sse"})
    void realStreamIsReadTheSameHoweverItIsCut(String file) {
        var stream = Resources.bytes("wire/" + file);
        var expected =
                Stream.of(new String(stream, UTF_8).split("\n\n"))
                        .map(event -> event.split("\n"))
                        .map(
                                lines ->
                                        Seen.of(
                                                lines[0].substring("event: ".length()),
                                                lines[1].substring("data: ".length())))
                        .toList();
        assertThat(expected).hasSizeGreaterThan(5);
        assertSameHoweverCut(stream, expected);
        var crlf = new String(stream, UTF_8).replace("\n", "\r\n").getBytes(UTF_8);
        assertSameHoweverCut(crlf, expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyStreamIsReadTheSameHoweverItIsCut(long seed) {
        var random = new Random(seed);
        String[] parts = {
            "event: a",
            "event: unwanted",
            "data: ",
            "data",
            ": c",
            "id: 1",
            "\n",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\r\n\r\n",
            "\r\r",
            "\u00e4",
            "\ud83d\ude00",
            "{\"x\":1}",
            "\ufeff",
            ":",
            " "
        };
        var stream = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            stream.append(parts[random.nextInt(parts.length)]);
        }
        var bytes = stream.toString().getBytes(UTF_8);
        assertSameHoweverCut(bytes, read(List.of(bytes)));
    }

    private static void assertSameHoweverCut(byte[] stream, List<Seen> expected) {
        assertThat(read(List.of(stream))).as("whole").isEqualTo(expected);
        for (int cut = 0; cut <= stream.length; cut++) {
            var parts =
                    List.of(
                            Arrays.copyOf(stream, cut),
                            Arrays.copyOfRange(stream, cut, stream.length));
            assertThat(read(parts)).as("cut at %d", cut).isEqualTo(expected);
        }
        var bytes = new ArrayList<byte[]>();
        for (byte b : stream) {
            bytes.add(new byte[] {b});
        }
        assertThat(read(bytes)).as("byte by byte").isEqualTo(expected);
    }

    private static List<Seen> read(List<byte[]> chunks) {
        var recorder = new Recorder();
        var splitter = new SseSplitter(recorder, LIMIT);
        for (var chunk : chunks) {
            var passing = chunk.clone();
            splitter.feed(passing);
            Arrays.fill(passing, (byte) '!');
        }
        splitter.end();
        return recorder.events;
    }

    @Test
    void tellsWhereAnEventMayBePutIn() {
        var stream = ": c\r\nevent: a\ndata: 1\n\nid: 3\n\n\r\ndata: 2\r\n\r\n";
        var between = new StringBuilder();
        var splitter = new SseSplitter(new Recorder(), LIMIT);
        assertThat(splitter.betweenEvents()).isTrue();
        for (byte b : stream.getBytes(UTF_8)) {
            splitter.feed(new byte[] {b});
            between.append(splitter.betweenEvents() ? '|' : '.');
        }
        //                                  : c\r\n event: a\n data: 1\n \n id: 3\n \n \r\n
        assertThat(between)
                .hasToString(
                        "...|| ......... ........ | ...... | ||".replace(" ", "")
                                // data: 2\r\n \r\n
                                + "......... ||".replace(" ", ""));
    }

    @Test
    void whatIsPutInBetweenDisturbsNothing() {
        var stream = Resources.bytes("wire/text.sse");
        var whole = read(List.of(stream.clone()));
        var recorder = new Recorder();
        var relayed = new SseSplitter(recorder, LIMIT);
        var watch = new SseSplitter(event -> {}, LIMIT);
        for (byte b : stream) {
            watch.feed(new byte[] {b});
            relayed.feed(new byte[] {b});
            if (watch.betweenEvents()) {
                relayed.feed("event: put-in\ndata: {}\n\n".getBytes(UTF_8));
            }
        }
        assertThat(recorder.events).filteredOn(e -> !e.name().equals("put-in")).isEqualTo(whole);
        assertThat(recorder.events).hasSize(2 * whole.size());
    }
}
