package dev.turnout.fakeprovider.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.fakeprovider.AnthropicWire;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar.Author;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file of {@code grammar/anthropic/} is a stream whose first comment says which rule it
 * breaks.
 */
class AnthropicGrammarTest {

    private static final Path STREAMS = Path.of("src/test/resources/grammar/anthropic");
    private static final String FINE =
            asText(AnthropicWire.events(Reply.everyBlock("claude-fake-1")));

    static Stream<Path> streams() throws IOException {
        return Files.list(STREAMS).sorted();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void findsWhatTheFileBreaks(Path file) throws IOException {
        // Given
        var stream = Files.readString(file);
        var expected = stream.substring(": expects ".length(), stream.indexOf('\n'));

        // When
        var violations = AnthropicGrammar.violations(stream.getBytes(StandardCharsets.UTF_8));

        // Then
        if (expected.equals("nothing")) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).anyMatch(found -> found.startsWith(expected + ":"));
        }
    }

    @Test
    void everyRuleOfBytesHasAFile() throws IOException {
        // Given
        var rules = Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9).map(String::valueOf);

        // When
        var names = streams().map(path -> path.getFileName().toString().substring(0, 1)).toList();

        // Then
        assertThat(names).containsAll(rules.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void lineEndsBomAndCommentsMakeNoDifference(String lineEnd) {
        // Given
        var dressed = "\uFEFF: hello\n" + FINE.replace("\ndata: ", "\n: between\ndata:");

        // When
        var violations =
                AnthropicGrammar.violations(
                        dressed.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void dataOfSeveralLinesIsOneEvent() {
        // Given
        var split = FINE.replace("data: {", "data: {\ndata: ");

        // When
        var violations = AnthropicGrammar.violations(split.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreFound() {
        // Given
        var broken = FINE.getBytes(StandardCharsets.ISO_8859_1);

        // When
        var violations = AnthropicGrammar.violations(broken);

        // Then
        assertThat(violations).contains("rule 8: the bytes are not UTF-8");
    }

    @Test
    void relayedStreamsAreNotAskedForRuleFive() throws IOException {
        // Given
        var relayed = Files.readAllBytes(STREAMS.resolve("5-two-message-deltas.sse"));

        // When
        var violations = AnthropicGrammar.violations(relayed, Author.PROVIDER);

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void promptTokensAreTheSumOfTheNewestNumbers() {
        // Given
        var corrected =
                FINE.replace("\"output_tokens\":44", "\"input_tokens\":100,\"output_tokens\":44");

        // When
        long tokens = AnthropicGrammar.promptTokens(corrected.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(tokens).isEqualTo(100 + 22 + 33);
    }

    private static String asText(List<byte[]> events) {
        var all = new ByteArrayOutputStream();
        events.forEach(all::writeBytes);
        return all.toString(StandardCharsets.UTF_8);
    }
}
