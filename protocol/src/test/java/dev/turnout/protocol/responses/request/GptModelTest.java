package dev.turnout.protocol.responses.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.translate.Upstream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of models against protocol.md 3.5 of the reference: none from 5.1 on, xhigh, max. */
class GptModelTest {

    @ParameterizedTest
    @CsvSource({
        "gpt-5, minimal, HIGH",
        "gpt-5-2025-08-07, minimal, HIGH",
        "gpt-5-nano, minimal, HIGH",
        "gpt-5-codex, low, HIGH",
        "gpt-5.1, none, HIGH",
        "gpt-5.1-codex-max, low, HIGH",
        "gpt-5.2, none, XHIGH",
        "gpt-5.2-codex, low, XHIGH",
        "gpt-5.4-mini, none, XHIGH",
        "gpt-5.5, none, XHIGH",
        "gpt-5.6, none, MAX",
        "gpt-5.6-sol, none, MAX",
        "gpt-5.10, none, MAX",
        "gpt-6-astra, none, MAX",
        "gpt-10, none, MAX",
        "GPT-5.6, none, MAX",
        "openai/gpt-5.2, none, XHIGH",
        "ft:gpt-5.1:acme::x1, none, HIGH",
        "o1, low, HIGH",
        "o3-mini, low, HIGH",
        "o4-mini-2025-04-16, low, HIGH",
        "gpt-oss-20b, low, HIGH",
        "openai/gpt-oss:120b, low, HIGH",
        "grok-4.6, , ",
        "xai/grok-code-fast-1, , ",
    })
    void thinks(String name, @Nullable String off, @Nullable Effort most) {
        assertThat(GptModel.of(Upstream.of(name))).isEqualTo(new GptModel(true, off, most));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "gpt-4.1-mini",
                "gpt-3.5-turbo",
                "ft:gpt-4o:acme::x1",
                "chatgpt-4o-latest",
                "gpt-5-chat-latest",
                "gpt-5.1-chat-latest",
                "grok-4.1-fast-non-reasoning",
                "qwen3-coder",
                "ops-agent",
                "o365",
                "my-gpt-5",
                "m",
            })
    void doesNotThinkAsFarAsIsKnown(String name) {
        assertThat(GptModel.of(Upstream.of(name))).isEqualTo(new GptModel(false, null, null));
    }

    @ParameterizedTest
    @CsvSource({"LOW, low", "HIGH, high", "XHIGH, xhigh", "MAX, xhigh"})
    void anEffortIsNoHigherThanTheHighest(Effort effort, String word) {
        assertThat(GptModel.of(Upstream.of("gpt-5.2")).word(effort)).isEqualTo(word);
        assertThat(GptModel.of(Upstream.of("x", Quirk.EFFORT_OPENAI)).word(effort)).isEqualTo(word);
        assertThat(GptModel.of(Upstream.of("grok-4.6")).word(effort)).isNull();
    }
}
