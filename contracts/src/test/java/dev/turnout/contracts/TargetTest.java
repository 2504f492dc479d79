package dev.turnout.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Target.of("deepseek/deepseek-v4")).hasToString("deepseek/deepseek-v4");
    }

    @Test
    void theModelMayHoldSlashes() {
        assertThat(Target.of("openrouter/meta/llama-4:free"))
                .isEqualTo(new Target("openrouter", "meta/llama-4:free"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "deepseek", "deepseek/", "/deepseek-v4"})
    void bothPartsAreThere(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(text))
                .withMessageContaining("provider/model");
    }

    @Test
    void noProviderHoldsASlash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Target("a/b", "c"));
    }
}
