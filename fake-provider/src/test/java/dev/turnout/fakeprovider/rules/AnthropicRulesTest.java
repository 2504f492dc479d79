package dev.turnout.fakeprovider.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files hold bodies: {@code anthropic-fine.json} those that pass, {@code
 * anthropic-refused.json} those that do not, with words of the refusal and whether a lenient vendor
 * takes them. What Claude Code was seen to send passes too.
 */
class AnthropicRulesTest {

    private static final Path CAPTURES = Path.of("../protocol/src/test/resources/captures");

    static Stream<Arguments> fine() throws IOException {
        return Cases.of("anthropic-fine.json");
    }

    static Stream<Arguments> refused() throws IOException {
        return Cases.of("anthropic-refused.json");
    }

    static List<Path> captured() throws IOException {
        try (var files = Files.newDirectoryStream(CAPTURES, "cc-*.json")) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void fine(String name, JsonNode row) {
        // When
        var refusals = AnthropicRules.refusals(row.path("body"), false);

        // Then
        assertThat(refusals).isEmpty();
    }

    /** The vendor says the first only, so the first has to be to the point. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, JsonNode row) {
        // When
        var refusals = AnthropicRules.refusals(row.path("body"), false);

        // Then
        assertThat(refusals)
                .first()
                .extracting(Refusal::message)
                .asString()
                .contains(row.path("words").textValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void onlyUnknownFieldsPassALenientVendor(String name, JsonNode row) {
        // When
        var refusals = AnthropicRules.refusals(row.path("body"), true);

        // Then
        assertThat(refusals.isEmpty()).isEqualTo(row.path("lenient").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void captured(Path file) throws IOException {
        // Given
        var request = new ObjectMapper().readTree(file.toFile());
        boolean counts = request.path("path").asText().contains("count_tokens");

        // When
        var refusals =
                counts
                        ? AnthropicRules.countRefusals(request.path("body"), false)
                        : AnthropicRules.refusals(request.path("body"), false);

        // Then
        assertThat(refusals).isEmpty();
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        // When
        var refusals = AnthropicRules.refusals(MissingNode.getInstance(), true);

        // Then
        assertThat(refusals).hasSize(1);
    }
}
