package dev.turnout.protocol.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCostTest {

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5,                              1.5,  286, 406, 4784",
        "claude-opus-5,                                1.5,  286, 406, 4784",
        "anthropic/claude-opus-5,                      1.5,  286, 406, 4784",
        "us.anthropic.claude-opus-5-v1:0,              1.5,  286, 406, 4784",
        "claude-opus-4-8,                              1.5,  290, 410, 4784",
        "anthropic/claude-opus-4.7,                    1.5,  675, 804, 4784",
        "claude-opus-4-6,                              1.15, 497, 589, 1568",
        "claude-sonnet-4-6,                            1.15, 497, 589, 1568",
        "claude-opus-4-5-20251101,                     1.15, 496, 588, 1568",
        "claude-sonnet-4-5@20250929,                   1.15, 496, 588, 1568",
        "claude-sonnet-4-20250514,                     1.15, 496, 588, 1568",
        "claude-sonnet-5-5,                            1.5,  354, 474, 4784",
        "claude-fable-5-2,                             1.5,  354, 474, 4784",
        "claude-mythos-preview,                        1.5,  354, 474, 4784",
        "claude-haiku-5-5,                             1.15, 496, 588, 1568",
        "Claude-Haiku-4-5,                             1.15, 496, 588, 1568",
        "anthropic.claude-3-5-sonnet-20241022-v2:0,    1.15, 496, 588, 1568",
        "gpt-5.6,                                      1,    0,   0,   1568",
        "deepseek-v4,                                  1,    0,   0,   1568",
        "claude-gw-coder,                              1,    0,   0,   1568",
        "'',                                           1,    0,   0,   1568",
    })
    void aFamilyIsKnownByName(
            String model, double factor, int tools, int forcedTools, int mostOfImage) {
        var cost = ModelCost.of(model);
        assertThat(cost.factor()).isEqualTo(factor);
        assertThat(cost.tools()).isEqualTo(tools);
        assertThat(cost.forcedTools()).isEqualTo(forcedTools);
        assertThat(cost.mostOfImage()).isEqualTo(mostOfImage);
    }

    /** By Anthropic's formula: patches of 28 pixels after scaling down to the tier. */
    @ParameterizedTest
    @CsvSource({
        "28,    28,   1,    1",
        "1,     1,    1,    1",
        "200,   200,  64,   64",
        "1000,  1000, 1296, 1296",
        "1092,  1092, 1521, 1521",
        "1568,  1568, 1568, 3136",
        "3000,  3000, 1568, 4784",
        "3136,  28,   56,   92",
        "65535, 1,    56,   92",
    })
    void anImageCostsItsPatches(int width, int height, long small, long large) {
        var size = new ImageSize(width, height);
        assertThat(ModelCost.of("claude-haiku-4-5").image(size)).isEqualTo(small);
        assertThat(ModelCost.of("claude-opus-5").image(size)).isEqualTo(large);
    }

    @Test
    void anImageOfUnknownSizeCostsTheMost() {
        assertThat(ModelCost.of("claude-haiku-4-5").image(null)).isEqualTo(1568);
        assertThat(ModelCost.of("claude-opus-5").image(null)).isEqualTo(4784);
    }
}
