package dev.turnout.fakeprovider.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files hold bodies: {@code responses-fine.json} those that pass, {@code
 * responses-refused.json} those that do not, with words of the refusal and whether a lenient vendor
 * takes them.
 */
class ResponsesRulesTest {

    static Stream<Arguments> fine() throws IOException {
        return Cases.of("responses-fine.json");
    }

    static Stream<Arguments> refused() throws IOException {
        return Cases.of("responses-refused.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fine(String name, JsonNode row) {
        // When
        var refusals = ResponsesRules.refusals(row.path("body"), false);

        // Then
        assertThat(refusals).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, JsonNode row) {
        // When
        var refusals = ResponsesRules.refusals(row.path("body"), false);

        // Then
        assertThat(refusals)
                .anySatisfy(
                        refusal ->
                                assertThat(refusal.message() + " at '" + refusal.param() + "'")
                                        .contains(row.path("words").textValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void onlyUnknownFieldsPassALenientVendor(String name, JsonNode row) {
        // When
        var refusals = ResponsesRules.refusals(row.path("body"), true);

        // Then
        assertThat(refusals.isEmpty()).isEqualTo(row.path("lenient").asBoolean());
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        // When
        var refusals = ResponsesRules.refusals(MissingNode.getInstance(), true);

        // Then
        assertThat(refusals).hasSize(1);
    }

    @Test
    void whatIsNotStoredIsNotFound() throws IOException {
        // Given
        var stored = body("{'model':'m','input':[{'type':'item_reference','id':'msg_1'}]}");

        // When
        var refusals = ResponsesRules.refusals(stored, false);

        // Then
        assertThat(refusals).first().extracting(Refusal::status).isEqualTo(404);
    }

    @Test
    void theCounterOfTokensTakesNoOptionsOfTheAnswer() throws IOException {
        // Given
        var fine = body("{'model':'m','input':'hi','instructions':'i','tools':[]}");
        var refused = body("{'model':'m','input':'hi','stream':true}");

        // When, Then
        assertThat(ResponsesRules.countRefusals(fine, false)).isEmpty();
        assertThat(ResponsesRules.countRefusals(refused, false))
                .extracting(Refusal::message)
                .containsExactly("Unknown parameter: 'stream'.");
    }

    private static JsonNode body(String json) throws IOException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
