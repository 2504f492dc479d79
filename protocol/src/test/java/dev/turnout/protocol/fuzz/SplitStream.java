package dev.turnout.protocol.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSink;
import dev.turnout.protocol.sse.SseSplitter;
import java.util.ArrayList;
import java.util.List;

/** A stream of events: the same ones in whatever chunks it comes. */
final class SplitStream {

    /** Bytes of an event that are kept: few, so that some are cut off. */
    private static final int LIMIT = 64;

    private SplitStream() {}

    static void take(byte[] stream) {
        var events = events(List.of(stream));
        assertThat(events(Chunks.single(stream))).isEqualTo(events);
        assertThat(events(Chunks.uneven(stream))).isEqualTo(events);
    }

    private static List<String> events(List<byte[]> chunks) {
        var heard = new Heard();
        var splitter = new SseSplitter(heard, LIMIT);
        chunks.forEach(splitter::feed);
        splitter.end();
        assertThat(splitter.betweenEvents()).isTrue();
        return heard.events;
    }

    private static final class Heard implements SseSink {

        private final List<String> events = new ArrayList<>();

        @Override
        public boolean wants(String name) {
            return !name.equals("ping");
        }

        @Override
        public void event(SseEvent event) {
            assertThat(event.length()).isLessThanOrEqualTo(LIMIT);
            var data = new String(event.bytes(), event.offset(), event.length(), ISO_8859_1);
            events.add(event.name() + "/" + event.whole() + "/" + data);
        }
    }
}
