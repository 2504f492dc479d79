package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of a provider's answer, nothing is thrown, and the client's stream stays one.
 */
class ReplyDamageTest {

    static Stream<ReplyGolden> goldens() {
        return ReplyGoldenTest.goldens();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void eventsAreLostDoubledAndSwapped(ReplyGolden golden) {
        var events = List.of(new String(golden.provider(), UTF_8).split("(?<=\n\n)"));
        for (int i = 0; i < events.size(); i++) {
            var lost = new ArrayList<>(events);
            lost.remove(i);
            check(golden, String.join("", lost).getBytes(UTF_8));

            var doubled = new ArrayList<>(events);
            doubled.add(i, events.get(i));
            check(golden, String.join("", doubled).getBytes(UTF_8));

            var swapped = new ArrayList<>(events);
            Collections.swap(swapped, i, events.size() - 1 - i);
            check(golden, String.join("", swapped).getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bytesAreLostAndChanged(ReplyGolden golden) {
        var random = new Random(golden.name().hashCode());
        for (int i = 0; i < 8; i++) {
            var bytes = golden.provider();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) " {}[]\",:0n\\\nu\u00ff".charAt(random.nextInt(14));
            }
            check(golden, bytes);
        }
    }

    private static void check(ReplyGolden golden, byte[] provider) {
        var reply = golden.reply();
        var out = new ByteArrayOutputStream();
        out.writeBytes(reply.read(provider));
        out.writeBytes(reply.end());
        if (!golden.clientStreams()) {
            if (out.size() > 0) {
                assertThat(WrittenEvent.tree(out.toByteArray()).isObject()).isTrue();
            }
            return;
        }
        var stream = WrittenEvent.of(out.toByteArray());
        boolean whole = reply.complete() && reply.firstEventError(ReplyGolden.TARGET) == null;
        var violations = ReplyGoldenTest.violations(golden, stream, whole);
        // A tool's input that is no JSON any more is the model's word, to be refused by the tool.
        assertThat(violations)
                .as(new String(provider, UTF_8))
                .allMatch(v -> v.startsWith("input: ") || v.startsWith("arguments: "));
    }
}
