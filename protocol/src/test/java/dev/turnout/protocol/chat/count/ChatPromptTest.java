package dev.turnout.protocol.chat.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.count.PartCache;
import dev.turnout.protocol.count.PartHash;
import dev.turnout.protocol.count.Tally;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatPromptTest {

    private static final String OTHER = "gpt-5.6";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"Hello\"}                                       | 1",
                "{\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}        | 1",
                "{\"content\":null,\"reasoning_content\":\"Hello\"}            | 1",
                "{\"refusal\":\"Hello\"}                                       | 1",
                "{\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"Hello\",\"arguments\":\"{}\"}}]}        | 2",
                "{\"function_call\":{\"name\":\"Hello\",\"arguments\":\"{}\"}} | 2",
                "{\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x\"}}]} | 1568",
                "{\"content\":[{\"image_url\":{\"detail\":\"low\",\"url\":"
                        + "\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAADI\"}}]} | 64",
                "{\"content\":[{\"image_url\":"
                        + "\"data:image\\/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAADI\"}]} | 64",
                "{\"content\":[{\"type\":\"file\",\"file\":{\"file_data\":\"%s\"}}]} | 250",
                "{\"content\":[{\"input_audio\":{\"data\":\"%s\"}}]}           | 250",
                "{\"content\":[null,5,[],{}],\"tool_calls\":[5,{}]}            | 0",
                "null                                                          | 0",
            })
    void aChatMessageCountsItsContent(String message, long tokens) {
        var filled = message.strip().replace("%s", "A".repeat(9998));
        var first = "{\"role\":\"user\",\"content\":\"\"}";
        assertThat(chat("{\"messages\":[" + first + "," + filled + "]}", OTHER))
                .isEqualTo(tokens + 8);
        assertThat(chat("{\"messages\":[" + filled + "," + first + "]}", OTHER))
                .isEqualTo(tokens + 8);
    }

    @Test
    void textsForVectorsAreCounted() {
        assertThat(chat("{\"input\":\"Hello\"}", OTHER)).isEqualTo(1);
        assertThat(chat("{\"input\":[\"Hello\",\"Hello\"]}", OTHER)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"auto\"', 286",
        "'\"required\"', 406",
        "null, 286",
        "'{\"type\":\"function\",\"function\":{\"name\":\"x\"}}', 406",
    })
    void aChatMayForceACallToo(String choice, long overhead) {
        var tally = new Tally("claude-opus-5", PartCache.NONE);
        tally.text("[{}]");
        long json = tally.tokens();
        for (var body :
                new String[] {
                    "{\"tools\":[{}],\"tool_choice\":" + choice + "}",
                    "{\"tool_choice\":" + choice + ",\"tools\":[{}]}"
                }) {
            assertThat(chat(body, "claude-opus-5")).isEqualTo(overhead + json);
        }
    }

    @Test
    void theSystemsMessageAndToolsAreCountedOnce() {
        var counted = new HashMap<PartHash, Long>();
        PartCache cache =
                (part, count) -> counted.computeIfAbsent(part, missing -> count.getAsLong());
        for (var text : new String[] {"Hello", "Hello Hello"}) {
            var body =
                    ("{\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
                                    + "{\"role\":\"user\",\"content\":\"%s\"}],\"tools\":[{}]}")
                            .formatted(text);
            var tally = new Tally(OTHER, cache);
            ChatPrompt.count(body.getBytes(UTF_8), tally);
            assertThat(tally.tokens()).isEqualTo(chat(body, OTHER));
        }
        assertThat(counted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"messages\":[", "{} {}", "nonsense", "[]"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> chat(body, OTHER)).isInstanceOf(ProblemException.class);
    }

    private static long chat(String body, String model) {
        var tally = new Tally(model, PartCache.NONE);
        ChatPrompt.count(body.getBytes(UTF_8), tally);
        return tally.tokens();
    }
}
