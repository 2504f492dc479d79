package dev.turnout.fakeprovider.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.fakeprovider.ChatWire;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.grammar.ChatGrammar.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of {@code grammar/chat/} is a stream whose first comment says which rule it breaks. */
class ChatGrammarTest {

    private static final Path STREAMS = Path.of("src/test/resources/grammar/chat");

    static Stream<Path> streams() throws IOException {
        return Files.list(STREAMS).sorted();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void findsWhatTheFileBreaks(Path file) throws IOException {
        // Given
        var stream = Files.readString(file);
        var told = stream.substring(": expects ".length(), stream.indexOf('\n')).split(", ", 2);
        var usage = told.length == 2 ? Usage.ASKED : Usage.NOT_ASKED;

        // When
        var violations = ChatGrammar.violations(stream.getBytes(StandardCharsets.UTF_8), usage);

        // Then
        if (told[0].equals("nothing")) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).anyMatch(found -> found.startsWith(told[0] + ":"));
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
    @EnumSource
    void everyBlockOfTheFakeProviderKeepsTheGrammar(Usage usage) {
        // When
        var violations = ChatGrammar.violations(fine(usage), usage);

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void lineEndsBomAndCommentsMakeNoDifference(String lineEnd) {
        // Given
        var text = new String(fine(Usage.ASKED), StandardCharsets.UTF_8);
        var dressed = "\uFEFF: hello\n" + text.replace("data: ", ": between\ndata:");

        // When
        var violations =
                ChatGrammar.violations(
                        dressed.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8),
                        Usage.ASKED);

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreFound() {
        // Given
        var text = new String(fine(Usage.ASKED), StandardCharsets.UTF_8);
        var broken = text.getBytes(StandardCharsets.ISO_8859_1);

        // When
        var violations = ChatGrammar.violations(broken, Usage.ASKED);

        // Then
        assertThat(violations).contains("rule 8: the bytes are not UTF-8");
    }

    @Test
    void promptTokensHoldWhatCameFromTheCache() {
        // When
        long tokens = ChatGrammar.promptTokens(fine(Usage.ASKED));

        // Then
        assertThat(tokens).isEqualTo(11 + 22 + 33);
        assertThat(ChatGrammar.promptTokens(fine(Usage.NOT_ASKED))).isZero();
    }

    private static byte[] fine(Usage usage) {
        var all = new ByteArrayOutputStream();
        ChatWire.events(Reply.everyBlock("gpt-fake-1"), usage == Usage.ASKED)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }
}
