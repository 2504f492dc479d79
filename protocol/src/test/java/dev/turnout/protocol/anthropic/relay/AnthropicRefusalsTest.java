package dev.turnout.protocol.anthropic.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.anthropic.peek.AnthropicPeek;
import dev.turnout.protocol.anthropic.wire.AnthropicCapability;
import dev.turnout.protocol.edit.Edits;
import dev.turnout.protocol.peek.HeaderLookup;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes toward servers with quirks: a line of {@code refusals/anthropic.jsonl} is a case. */
class AnthropicRefusalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param sentBetas a dash where no header is left
     */
    private record Case(
            String why,
            Set<Quirk> quirks,
            String body,
            String sent,
            String betas,
            String sentBetas) {

        private static Case of(String line) {
            try {
                return JSON.readValue(line, Case.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(line, e);
            }
        }

        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Case> cases() {
        return new String(Resources.bytes("refusals/anthropic.jsonl"), UTF_8).lines().map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bodyAndHeaderLoseItTogether(Case refused) {
        var body = refused.body().getBytes(UTF_8);

        assertThat(new String(edited(body, refused.quirks()), UTF_8)).isEqualTo(refused.sent());

        var other = new Header("x-other", "effort-2025-11-24");
        var headers =
                AnthropicRefusals.headers(
                        List.of(new Header("Anthropic-Beta", refused.betas()), other),
                        refused.quirks());
        if (refused.sentBetas().equals("-")) {
            assertThat(headers).containsExactly(other);
        } else {
            assertThat(headers)
                    .containsExactly(new Header("Anthropic-Beta", refused.sentBetas()), other);
        }
    }

    @Test
    void everyCapabilityHasItsCase() {
        var seen = EnumSet.noneOf(Quirk.class);
        cases().forEach(refused -> seen.addAll(refused.quirks()));
        assertThat(seen).isEqualTo(AnthropicCapability.quirks());
        assertThat(seen).allMatch(quirk -> quirk.isOf(Dialect.ANTHROPIC));
        assertThat(Resources.names("refusals")).containsExactly("anthropic.jsonl");
    }

    static List<String> captures() {
        return Capture.names();
    }

    /** Whatever a real client sends stays JSON, and holds nothing of what is refused. */
    @ParameterizedTest
    @MethodSource("captures")
    void realRequestsLoseAllOfItAndNothingElse(String name) throws IOException {
        var body = Capture.of(name).body();
        var edited = edited(body, AnthropicCapability.quirks());

        var tree = JSON.readTree(edited);
        assertThat(tree.findValues("ttl")).isEmpty();
        assertThat(tree.at("/output_config").isMissingNode()).isTrue();
        assertThat(tree.path("context_management").isMissingNode()).isTrue();
        assertThat(tree.path("thinking").path("display").isMissingNode()).isTrue();
        for (var tool : tree.path("tools")) {
            assertThat(tool.has("defer_loading") || tool.has("strict")).isFalse();
        }
        assertThat(new String(edited, UTF_8)).doesNotContain("\"tool_reference\"");

        assertThat(edited(edited, AnthropicCapability.quirks())).isSameAs(edited);
        assertThat(edited(body, Set.of())).isSameAs(body);
    }

    private static byte[] edited(byte[] body, Set<Quirk> quirks) {
        var outline = AnthropicPeek.peek(body, Operation.GENERATE, HeaderLookup.NONE).outline();
        return Edits.of(AnthropicRefusals.edits(body, outline.refusable(), quirks)).apply(body);
    }
}
