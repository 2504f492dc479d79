package dev.turnout.fakeprovider.rules.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.turnout.fakeprovider.rules.Cases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files hold bodies: {@code gemini-fine.json} those that pass, {@code gemini-refused.json}
 * those that do not, with words of the refusal; for a new model, unless the row names another.
 */
class GeminiRulesTest {

    private static final String NEW = "gemini-3.5-pro";

    static Stream<Arguments> fine() throws IOException {
        return Cases.of("gemini-fine.json");
    }

    static Stream<Arguments> refused() throws IOException {
        return Cases.of("gemini-refused.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fine(String name, JsonNode row) {
        // When
        var violations = GeminiRules.violations(row.path("body"), row.path("model").asText(NEW));

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, JsonNode row) {
        // When
        var violations = GeminiRules.violations(row.path("body"), row.path("model").asText(NEW));

        // Then
        assertThat(violations)
                .anySatisfy(
                        violation ->
                                assertThat(violation.description())
                                        .contains(row.path("words").textValue()));
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        // When
        var violations = GeminiRules.violations(MissingNode.getInstance(), NEW);

        // Then
        assertThat(violations).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "{'contents':[{'parts':[{'text':'hi'}]}]}                            | null",
                "{'generateContentRequest':{'contents':[{'parts':[{'text':'hi'}]}]}} | null",
                "{'contents':[]}                          | contents is not specified",
                "{'contents':[{}],'tools':[]}             | Unknown name \"tools\": Cannot find",
                "{'generateContentRequest':{'contents':[],'a':1}} | at 'generate_content_request'"
            })
    void theCounterOfTokensHasAShapeOfItsOwn(String body, String words) throws IOException {
        // When
        var violations =
                GeminiRules.countViolations(
                        new ObjectMapper().readTree(body.replace('\'', '"')), NEW);

        // Then
        if (words == null) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).first().asString().contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-1.5-pro, OLD",
        "gemini-2.5-flash, OLD",
        "gemini-2, OLD",
        "gemini-3-pro-preview, NEW",
        "gemini-20, NEW",
        "gemma-2, NEW",
        "fake-blocks, NEW"
    })
    void theNameOfAModelSaysItsGeneration(String model, Generation generation) {
        // When, Then
        assertThat(Generation.of(model)).isEqualTo(generation);
    }
}
