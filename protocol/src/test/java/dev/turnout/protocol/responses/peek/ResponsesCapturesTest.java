package dev.turnout.protocol.responses.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Recorded requests of Codex 0.169.0 and the openai SDK 6.49.0, against the traits that {@code
 * expected.csv} lists. Codex's header of its turn is cut in them, and so says nothing.
 */
class ResponsesCapturesTest {

    private static final String FOLDER = "captures/responses";
    private static final String EXPECTED = FOLDER + "/expected.csv";

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, useHeadersInDisplayName = true)
    void traitsAreSeen(
            String name,
            RequestClass requestClass,
            boolean stream,
            int tools,
            @Nullable String session) {
        var capture = Capture.of("responses/" + name);
        var body = capture.body();

        var peek = ResponsesPeek.peek(body, capture.operation(), capture.headers());

        assertThat(peek.traits())
                .isEqualTo(
                        new Traits(
                                Dialect.OPENAI_RESPONSES,
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
        assertThat(peek.outline().unsignedThinking().spans()).isEmpty();
        assertThat(peek.outline().maxTokens()).isNull();
        var model = peek.outline().model();
        assertThat(new String(body, model.offset(), model.length(), UTF_8))
                .isEqualTo("\"gw-model\"");
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
