package dev.turnout.fakeprovider.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.ResponsesWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file of {@code grammar/responses/} is a stream whose first comment says which rule it
 * breaks.
 */
class ResponsesGrammarTest {

    private static final Path STREAMS = Path.of("src/test/resources/grammar/responses");

    static Stream<Path> streams() throws IOException {
        return Files.list(STREAMS).sorted();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void findsWhatTheFileBreaks(Path file) throws IOException {
        // Given
        var stream = Files.readString(file);
        var told = stream.substring(": expects ".length(), stream.indexOf('\n'));

        // When
        var violations = ResponsesGrammar.violations(stream.getBytes(StandardCharsets.UTF_8));

        // Then
        if (told.equals("nothing")) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).anyMatch(found -> found.startsWith(told + ":"));
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
    @ValueSource(strings = {"{}", "{\"reasoning\":{\"summary\":\"auto\"}}"})
    void everyBlockOfTheFakeProviderKeepsTheGrammar(String request) throws IOException {
        // Given
        var blocks = written(Reply.everyBlock("gpt-fake-1"), request);
        var search = written(Reply.searched("gpt-fake-1", 3), request);

        // When, Then
        assertThat(ResponsesGrammar.violations(blocks)).isEmpty();
        assertThat(ResponsesGrammar.violations(search)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "refusal", "server_error", "tool_use"})
    void everyEndKeepsTheGrammar(String stopReason) throws IOException {
        // Given
        var blocks = Reply.everyBlock("gpt-fake-1");
        var reply = new Reply(blocks.model(), blocks.blocks(), stopReason, blocks.usage());

        // When
        var violations = ResponsesGrammar.violations(written(reply, "{}"));

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void lineEndsBomAndCommentsMakeNoDifference(String lineEnd) throws IOException {
        // Given
        var text = new String(fine(), StandardCharsets.UTF_8);
        var dressed = "\uFEFF: hello\n" + text.replace("data: ", ": between\ndata:");

        // When
        var violations =
                ResponsesGrammar.violations(
                        dressed.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(violations).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreFound() throws IOException {
        // Given
        var text = new String(fine(), StandardCharsets.UTF_8);
        var broken = text.getBytes(StandardCharsets.ISO_8859_1);

        // When
        var violations = ResponsesGrammar.violations(broken);

        // Then
        assertThat(violations).contains("rule 8: the bytes are not UTF-8");
    }

    @Test
    void promptTokensHoldWhatCameFromTheCache() throws IOException {
        // When
        long tokens = ResponsesGrammar.promptTokens(fine());

        // Then
        assertThat(tokens).isEqualTo(11 + 22 + 33);
    }

    private static byte[] fine() throws IOException {
        return written(Reply.everyBlock("gpt-fake-1"), "{\"reasoning\":{\"summary\":\"auto\"}}");
    }

    private static byte[] written(Reply reply, String request) throws IOException {
        JsonNode body = new ObjectMapper().readTree(request);
        var all = new ByteArrayOutputStream();
        ResponsesWire.events(reply, body).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
