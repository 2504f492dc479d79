package dev.turnout.protocol.anthropic.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Sampling;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicThinkingWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-sonnet-4-5-20250929",
                "claude-opus-4-20250514",
                "claude-opus-4-1",
                "claude-haiku-4-5",
                "anthropic/claude-sonnet-4.5",
                "claude-sonnet-4-5@20250929",
                "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "claude-3-7-sonnet-latest"
            })
    void olderModelsTakeABudget(String model) {
        var thinking = thinking(model, Effort.HIGH, null, 64_000);
        assertThat(thinking).isEqualTo(new AnthropicThinkingWriter("enabled", 16_384, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-opus-5-5",
                "claude-sonnet-5",
                "claude-opus-4-6",
                "claude-sonnet-4.6",
                "claude-opus-4-7-20260401",
                "claude-fable-5-2",
                "glm-5.3",
                "kimi-k3"
            })
    void othersTakeAnEffort(String model) {
        var thinking = thinking(model, Effort.HIGH, null, 64_000);
        assertThat(thinking).isEqualTo(new AnthropicThinkingWriter("adaptive", 0, Effort.HIGH));
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, 64000, 2048",
        "MEDIUM, 64000, 8192",
        "HIGH, 64000, 16384",
        "XHIGH, 64000, 32000",
        "MAX, 64000, 32000",
        "MAX, 32000, 31999",
        "MAX, 1025, 1024"
    })
    void aBudgetFollowsTheEffortAndStaysBelowTheLimit(Effort effort, int maxTokens, int budget) {
        assertThat(thinking("claude-sonnet-4-5", effort, null, maxTokens).budget())
                .isEqualTo(budget);
    }

    @ParameterizedTest
    @CsvSource({"5000, 5000", "127999, 63999"})
    void aBudgetThatWasNamedIsKept(int named, int budget) {
        assertThat(thinking("claude-sonnet-4-5", null, named, 64_000).budget()).isEqualTo(budget);
    }

    private static AnthropicThinkingWriter thinking(
            String model, @Nullable Effort effort, @Nullable Integer budget, int maxTokens) {
        var conversation =
                new Conversation(
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Sampling.USUAL,
                        new Reasoning(Reasoning.Mode.ON, effort, budget),
                        null,
                        null,
                        null,
                        false,
                        false,
                        List.of());
        return AnthropicThinkingWriter.of(
                conversation, ClaudeModel.of(model), maxTokens, new HashSet<>());
    }
}
