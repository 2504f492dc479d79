package dev.turnout.protocol.anthropic.peek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every recorded request of Claude Code against the traits that {@code expected.csv} lists. */
class AnthropicCapturesTest {

    private static final String EXPECTED = "captures/expected.csv";

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, useHeadersInDisplayName = true)
    void traitsAreSeen(
            String name,
            RequestClass requestClass,
            boolean stream,
            int tools,
            @Nullable Effort effort,
            int budget,
            boolean image,
            @Nullable String agentType,
            @Nullable String tag) {
        var capture = Capture.of(name);
        var body = capture.recorded().get("body");

        var peek = AnthropicPeek.peek(capture.body(), capture.operation(), capture.headers());

        var traits = peek.traits();
        assertThat(traits)
                .isEqualTo(
                        new Traits(
                                Dialect.ANTHROPIC,
                                body.get("model").textValue(),
                                requestClass,
                                stream,
                                tools,
                                effort,
                                budget,
                                image,
                                agentType,
                                capture.header("x-claude-code-agent-id"),
                                tag,
                                capture.header("x-claude-code-session-id"),
                                capture.body().length,
                                traits.estimatedTokens()));
        assertThat(peek.outline().routingTags()).hasSize(tag == null ? 0 : 1);
        assertThat(peek.outline().sealedThinking()).isEqualTo(ThinkingCuts.NONE);
        assertThat(peek.outline().unsignedThinking()).isEqualTo(ThinkingCuts.NONE);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, numLinesToSkip = 1)
    void theClassIsToldWithoutHintsToo(String name, RequestClass requestClass) {
        var capture = Capture.of(name);
        var peek =
                AnthropicPeek.peek(
                        capture.body(), capture.operation(), capture.headersWithoutHints());
        assertThat(peek.traits().requestClass()).isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/" + EXPECTED, numLinesToSkip = 1)
    void theClassIsToldFromTheBodyAlone(String name, RequestClass requestClass) {
        var capture = Capture.of(name);
        var peek = AnthropicPeek.peek(capture.body(), capture.operation(), header -> null);
        assertThat(peek.traits().requestClass()).isEqualTo(requestClass);
        var metadata = capture.recorded().get("body").get("metadata");
        assertThat(peek.traits().session())
                .isEqualTo(metadata == null ? null : capture.header("x-claude-code-session-id"));
    }

    @Test
    void noCaptureIsLeftOut() {
        var listed =
                new String(Resources.bytes(EXPECTED), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')));
        assertThat(Capture.names()).containsExactlyInAnyOrderElementsOf(listed.toList());
    }
}
