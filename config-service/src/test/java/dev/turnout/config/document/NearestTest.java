package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES = List.of("anthropic", "deepseek", "zai", "house");

    @ParameterizedTest
    @CsvSource({
        "antropic,   anthropic",
        "ANTHROPIC,  anthropic",
        "antrhopic,  anthropic",
        "deepsek,    deepseek",
        "deepseekk,  deepseek",
        "zia,        zai",
        "mouse,      house",
        "openai,     ",
        "x,          ",
        "'',         "
    })
    void guesses(String written, String meant) {
        assertThat(Nearest.to(written, NAMES)).isEqualTo(meant);
    }

    @Test
    void aNameWithoutEndCostsLittle() {
        assertThat(Nearest.to("a".repeat(1_000_000), NAMES)).isNull();
    }
}
