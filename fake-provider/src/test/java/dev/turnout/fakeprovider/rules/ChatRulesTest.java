package dev.turnout.fakeprovider.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files hold bodies: {@code chat-fine.json} those that pass, {@code chat-refused.json} those
 * that do not, with words of the refusal and whether a lenient vendor takes them.
 */
class ChatRulesTest {

    static Stream<Arguments> fine() throws IOException {
        return Cases.of("chat-fine.json");
    }

    static Stream<Arguments> refused() throws IOException {
        return Cases.of("chat-refused.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fine(String name, JsonNode row) {
        // When
        var refusals = ChatRules.refusals(row.path("body"), false);

        // Then
        assertThat(refusals).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, JsonNode row) {
        // When
        var refusals = ChatRules.refusals(row.path("body"), false);

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
        var refusals = ChatRules.refusals(row.path("body"), true);

        // Then
        assertThat(refusals.isEmpty()).isEqualTo(row.path("lenient").asBoolean());
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        // When
        var refusals = ChatRules.refusals(MissingNode.getInstance(), true);

        // Then
        assertThat(refusals).hasSize(1);
    }
}
