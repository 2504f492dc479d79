package dev.turnout.protocol.chat.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.chat.request.ChatRequestReader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Recorded requests of opencode 1.18.33, qwen-code 0.15.10 and the openai SDK 6.49.0, against the
 * traits that {@code expected.csv} lists.
 */
class ChatCapturesTest {

    private static final String FOLDER = "captures/chat";
    private static final String EXPECTED = FOLDER + "/expected.csv";

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, useHeadersInDisplayName = true)
    void traitsAreSeen(
            String name,
            RequestClass requestClass,
            boolean stream,
            int tools,
            @Nullable String session,
            boolean includeUsage,
            @Nullable String maxTokens) {
        var capture = Capture.of("chat/" + name);
        var body = capture.body();

        var peek = ChatPeek.peek(body, capture.operation(), capture.headers());

        assertThat(peek.traits())
                .isEqualTo(
                        new Traits(
                                Dialect.OPENAI_CHAT,
                                capture.recorded().at("/body/model").textValue(),
                                requestClass,
                                stream,
                                tools,
                                null,
                                0,
                                false,
                                null,
                                null,
                                null,
                                session,
                                body.length,
                                Math.round(body.length / 3.5)));
        assertThat(peek.outline().routingTags()).isEmpty();
        assertThat(peek.outline().sealedThinking()).isEqualTo(ThinkingCuts.NONE);
        assertThat(peek.outline().unsignedThinking()).isEqualTo(ThinkingCuts.NONE);
        var span = peek.outline().maxTokens();
        assertThat(span == null ? null : new String(body, span.offset(), span.length(), UTF_8))
                .isEqualTo(maxTokens);
        assertThat(ChatRequestReader.read(body).streamUsage()).isEqualTo(includeUsage);
    }

    @Test
    void noCaptureIsLeftOut() {
        var listed =
                new String(Resources.bytes(EXPECTED), UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')) + ".json");
        assertThat(Stream.concat(listed, Stream.of("expected.csv")))
                .containsExactlyInAnyOrderElementsOf(Resources.names(FOLDER));
    }
}
