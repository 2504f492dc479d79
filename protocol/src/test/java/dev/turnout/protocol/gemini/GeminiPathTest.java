package dev.turnout.protocol.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiPathTest {

    @ParameterizedTest
    @CsvSource({
        "gemini-3.5-flash,         models/gemini-3.5-flash",
        "models/gemini-3.5-flash,  models/gemini-3.5-flash",
        "tunedModels/mine-1,       tunedModels/mine-1",
        "a b,                      models/a%20b",
        "a+b,                      models/a%2Bb",
        "../../upload,             models/..%2F..%2Fupload",
        "models/../files,          models/..%2Ffiles",
        "a:b?key=x#y,              models/a%3Ab%3Fkey%3Dx%23y",
        "é,                        models/%C3%A9"
    })
    void theModelIsOnePieceOfThePath(String model, String resource) {
        assertThat(new Gemini().path(Operation.GENERATE, model, false))
                .isEqualTo("/v1beta/" + resource + ":generateContent");
    }

    @Test
    void aStreamIsAskedForAsEvents() {
        assertThat(new Gemini().path(Operation.GENERATE, "m", true))
                .isEqualTo("/v1beta/models/m:streamGenerateContent?alt=sse");
    }
}
