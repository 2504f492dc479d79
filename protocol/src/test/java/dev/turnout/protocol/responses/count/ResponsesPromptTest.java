package dev.turnout.protocol.responses.count;

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

class ResponsesPromptTest {

    private static final String OTHER = "gpt-5.6";

    /** "Hello" and "{}" are a token each; an item has four around it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Hello\"                                                     | 5",
                "[{\"role\":\"user\",\"content\":\"Hello\"}]                  | 5",
                "[{\"type\":\"message\",\"role\":\"developer\",\"content\":[{\"type\":\"input_text\","
                        + "\"text\":\"Hello\"},{\"type\":\"input_text\",\"text\":\"Hello\"}]}] | 6",
                "[{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\","
                        + "\"text\":\"Hello\",\"annotations\":[{\"text\":\"no\"}]}]}] | 5",
                "[{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\","
                        + "\"name\":\"Hello\",\"arguments\":\"{}\"}] | 6",
                "[{\"type\":\"custom_tool_call\",\"name\":\"Hello\",\"input\":\"Hello\"}] | 6",
                "[{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":\"Hello\"}] | 5",
                "[{\"type\":\"function_call_output\",\"output\":[{\"type\":\"input_text\","
                        + "\"text\":\"Hello\"},{\"type\":\"input_image\",\"image_url\":"
                        + "\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAADI\"}]}] | 69",
                "[{\"content\":[{\"type\":\"input_image\",\"image_url\":\"https://x/y.png\"}]}] | 1572",
                "[{\"content\":[{\"type\":\"input_image\",\"file_id\":\"file-1\"}]}]   | 1572",
                "[{\"content\":[{\"type\":\"input_image\",\"image_url\":null}]}]     | 4",
                "[{\"content\":[{\"type\":\"input_file\",\"file_data\":\"%s\"}]}]     | 254",
                "[{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hello\"}],"
                        + "\"encrypted_content\":\"gAAAAABotherwords\"}] | 5",
                "[{\"type\":\"local_shell_call\",\"action\":{ }}]              | 5",
                "[null,5,\"Hello\",[],{}]                                      | 20",
                "null                                                          | 0",
            })
    void itemsCountTheirContent(String input, long tokens) {
        var body = "{\"input\":" + input.strip().replace("%s", "A".repeat(9998)) + "}";
        assertThat(count(body, OTHER)).isEqualTo(tokens);
    }

    @Test
    void instructionsCountAsTheyAre() {
        assertThat(count("{\"instructions\":\"Hello\"}", OTHER)).isEqualTo(1);
        assertThat(count("{\"instructions\":null}", OTHER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"auto\"', 286",
        "'\"required\"', 406",
        "'{\"type\":\"function\",\"name\":\"x\"}', 406",
    })
    void toolsBringTheirPrompt(String choice, long overhead) {
        long json = count("{\"input\":\"[{}]\"}", "claude-opus-5") - 4;
        assertThat(count("{\"tools\":[{}],\"tool_choice\":" + choice + "}", "claude-opus-5"))
                .isEqualTo(overhead + json);
    }

    @Test
    void instructionsAndToolsAreCountedOnce() {
        var counted = new HashMap<PartHash, Long>();
        PartCache cache =
                (part, count) -> counted.computeIfAbsent(part, missing -> count.getAsLong());
        for (var text : new String[] {"Hello", "Hello Hello"}) {
            var body =
                    ("{\"input\":[{\"role\":\"developer\",\"content\":\"Be kind.\"},"
                                    + "{\"role\":\"user\",\"content\":\"%s\"}],"
                                    + "\"instructions\":\"Be good.\",\"tools\":[{}]}")
                            .formatted(text);
            var tally = new Tally(OTHER, cache);
            ResponsesPrompt.count(body.getBytes(UTF_8), tally);
            assertThat(tally.tokens()).isEqualTo(count(body, OTHER));
        }
        assertThat(counted).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"input\":[", "{} {}", "nonsense", "[]"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> count(body, OTHER)).isInstanceOf(ProblemException.class);
    }

    private static long count(String body, String model) {
        var tally = new Tally(model, PartCache.NONE);
        ResponsesPrompt.count(body.getBytes(UTF_8), tally);
        return tally.tokens();
    }
}
