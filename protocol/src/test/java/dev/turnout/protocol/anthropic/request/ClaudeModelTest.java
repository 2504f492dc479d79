package dev.turnout.protocol.anthropic.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeModelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-opus-4-6",
                "us.anthropic.claude-sonnet-4-6-v1:0",
                "anthropic/claude-sonnet-4.6",
                "claude-haiku-4-5-20251001",
                "claude-opus-4-20250514",
                "claude-3-7-sonnet-latest",
                "Claude-2.1",
                "glm-5.3",
                "deepseek-v4-pro"
            })
    void takesSampling(String model) {
        assertThat(ClaudeModel.of(model).takesSampling()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-opus-4-7",
                "claude-opus-4-8-20260801",
                "anthropic/claude-opus-4.7",
                "claude-sonnet-5",
                "claude-haiku-5-5",
                "claude-fable-5-2",
                "claude-mythos-preview"
            })
    void takesNoSampling(String model) {
        assertThat(ClaudeModel.of(model).takesSampling()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-fable-5", "anthropic.claude-mythos-5-1"})
    void alwaysThinks(String model) {
        assertThat(ClaudeModel.of(model).alwaysThinks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-5-5", "claude-opus-4-6", "fable-writer"})
    void mayBeToldNotToThink(String model) {
        assertThat(ClaudeModel.of(model).alwaysThinks()).isFalse();
    }
}
