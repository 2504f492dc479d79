package dev.turnout.protocol.gemini.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiModelTest {

    @ParameterizedTest
    @CsvSource({
        // name                             three  thinks stops  minimal medium least greatest
        "gemini-1.5-pro,                    false, false, false, false,  false, 128,  32768",
        "gemini-2.0-flash-001,              false, false, true,  true,   true,  1,    24576",
        "gemini-2.5-pro,                    false, true,  false, false,  false, 128,  32768",
        "gemini-2.5-flash,                  false, true,  true,  true,   true,  1,    24576",
        "gemini-2.5-flash-lite-preview,     false, true,  true,  true,   true,  512,  24576",
        "gemini-3-pro-preview,              true,  true,  false, false,  false, 128,  32768",
        "gemini-3.1-pro-preview,            true,  true,  false, false,  true,  128,  32768",
        "gemini-3-flash-preview,            true,  true,  false, true,   true,  1,    24576",
        "gemini-3.6-flash,                  true,  true,  false, true,   true,  1,    24576",
        "gemini-3.7-flash,                  true,  true,  false, false,  true,  1,    24576",
        "gemini-3.10-flash-lite,            true,  true,  false, false,  true,  512,  24576",
        "gemini-4-flash,                    true,  true,  false, false,  true,  1,    24576",
        "models/gemini-2.5-pro,             false, true,  false, false,  false, 128,  32768",
        "gemini-flash-latest,               true,  true,  false, false,  true,  1,    24576",
        "tunedModels/mine,                  true,  true,  false, false,  true,  128,  32768",
        "gemini-99999999999999-pro,         true,  true,  false, false,  true,  128,  32768"
    })
    void isKnownByItsName(
            String name,
            boolean three,
            boolean thinks,
            boolean stops,
            boolean minimally,
            boolean mediumly,
            int least,
            int greatest) {
        var model = GeminiModel.of(name);
        assertThat(model.isThree()).isEqualTo(three);
        assertThat(model.thinks()).isEqualTo(thinks);
        assertThat(model.canStopThinking()).isEqualTo(stops);
        assertThat(model.thinksMinimally()).isEqualTo(minimally);
        assertThat(model.thinksMediumly()).isEqualTo(mediumly);
        assertThat(model.leastBudget()).isEqualTo(least);
        assertThat(model.greatestBudget()).isEqualTo(greatest);
    }
}
