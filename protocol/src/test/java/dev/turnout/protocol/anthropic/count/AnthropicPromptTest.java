package dev.turnout.protocol.anthropic.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.LooseJson;
import dev.turnout.protocol.count.PartCache;
import dev.turnout.protocol.count.PartHash;
import dev.turnout.protocol.count.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicPromptTest {

    private static final String OTHER = "gpt-5.6";

    /** What the tool of Anthropic's own example is, in their documentation of counting. */
    private static final String WEATHER_TOOL =
            """
            [{"name": "get_weather",
              "description": "Get the current weather in a given location",
              "input_schema": {
                "type": "object",
                "properties": {
                  "location": {
                    "type": "string",
                    "description": "The city and state, e.g. San Francisco, CA"}},
                "required": ["location"]}}]
            """;

    /** The two counts of Opus 5 that Anthropic documents; we have no other to compare with. */
    @Test
    void documentedCountsAreNearlyMet() {
        var hello =
                """
                {"model": "claude-opus-5", "system": "You are a scientist",
                 "messages": [{"role": "user", "content": "Hello, Claude"}]}
                """;
        var weather =
                """
                {"model": "claude-opus-5", "tools": %s, "messages": [{"role": "user",
                 "content": "What's the weather like in San Francisco?"}]}
                """
                        .formatted(WEATHER_TOOL);
        assertThat(anthropic(hello, "claude-opus-5")).isCloseTo(14, within(2L));
        assertThat(anthropic(weather, "claude-opus-5")).isCloseTo(403, within(20L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Hello\"                                                     | 1",
                "[{\"type\":\"text\",\"text\":\"Hello\"}]                      | 1",
                "[{\"type\":\"text\",\"text\":\"Hello\",\"cache_control\":{\"type\":\"ephemeral\"}}] | 1",
                "[{\"type\":\"thinking\",\"thinking\":\"Hello\",\"signature\":\"EqQBCkgIB\"}] | 1",
                "[{\"type\":\"redacted_thinking\",\"data\":\"EqQBCkgIBabcdef\"}]  | 0",
                "[{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"Hello\",\"input\":{}}] | 2",
                "[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Hello\",\"input\": { \"a\" : 1 } }]"
                        + " | 6",
                "[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"Hello\"}] | 1",
                "[{\"type\":\"tool_result\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}] | 1",
                "[{\"type\":\"document\",\"source\":{\"type\":\"text\",\"data\":\"Hello\"}}] | 1",
                "[{\"type\":\"document\",\"title\":\"Hello\",\"source\":{\"type\":\"content\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}]}}] | 2",
                "[{\"type\":\"search_result\",\"source\":\"Hello\",\"title\":\"Hello\",\"content\":"
                        + "[{\"type\":\"text\",\"text\":\"Hello\"}]}] | 3",
                "[{\"type\":\"web_search_tool_result\",\"content\":[{\"type\":\"web_search_result\","
                        + "\"url\":\"Hello\",\"title\":\"Hello\",\"encrypted_content\":\"EqQ\"}]}] | 2",
                "[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x\"}}] | 1568",
                "[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                        + "\"data\":\"iVBORw0KGgoAAAANSUhEUgAAAMgAAADI\"}}] | 64",
                "[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"%s\","
                        + "\"media_type\":\"application/pdf\"}}] | 250",
                "[null,5,\"Hello\",[],{}]                                      | 0",
                "null                                                          | 0",
                "[{\"text\":5,\"content\":7,\"source\":null,\"input\":null}]   | 1",
            })
    void aMessageCountsItsContent(String content, long tokens) {
        var filled = content.strip().replace("%s", "A".repeat(9998));
        var body = "{\"messages\":[{\"role\":\"user\",\"content\":" + filled + "}]}";
        assertThat(anthropic(body, OTHER)).isEqualTo(tokens + 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\":1                                           | 0",
                "\"tools\":[]                                      | 0",
                "\"tools\":null                                    | 0",
                "\"tools\":[{}]                                    | 286",
                "\"tools\":[{}],\"tool_choice\":{\"type\":\"auto\"} | 286",
                "\"tool_choice\":{\"type\":\"any\"},\"tools\":[{}] | 406",
                "\"tools\":[{}],\"tool_choice\":{\"name\":\"x\",\"type\":\"tool\"} | 406",
            })
    void toolsBringAPromptOfTheirOwn(String fields, long overhead) {
        long json = overhead == 0 ? 0 : text("[{}]", "claude-opus-5");
        assertThat(anthropic("{" + fields + "}", "claude-opus-5")).isEqualTo(overhead + json);
    }

    static List<String> captures() {
        return Capture.names();
    }

    /** White space and escapes are the writer's, not the model's. */
    @ParameterizedTest
    @MethodSource("captures")
    void theFormOfTheJsonDoesNotCount(String name) {
        var capture = Capture.of(name);
        var compact = (ObjectNode) capture.recorded().get("body").deepCopy();
        assertThat(count(capture.body(), "claude-opus-5", PartCache.NONE))
                .isEqualTo(anthropic(compact.toString(), "claude-opus-5"));

        // What is JSON for the model too, tools and their inputs, counts as it is escaped.
        compact.remove("tools");
        compact.findParents("input").forEach(call -> ((ObjectNode) call).remove("input"));
        var loose = LooseJson.write(compact, new Random(name.hashCode()));
        // A PDF is estimated by its bytes, escapes and all.
        assertThat(count(loose, OTHER, PartCache.NONE))
                .isCloseTo(anthropic(compact.toString(), OTHER), within(2L));
    }

    @Test
    void systemAndToolsAreCountedOnce() {
        var counted = new HashMap<PartHash, Long>();
        PartCache cache =
                (part, count) -> counted.computeIfAbsent(part, missing -> count.getAsLong());
        var form = "{\"system\":\"%s\",\"tools\":%s,\"messages\":[{\"content\":\"%s\"}]}";
        for (var text : new String[] {"Hello", "Hello Hello", "Hello"}) {
            var body = form.formatted("Be kind.", WEATHER_TOOL, text);
            for (var model : new String[] {"claude-opus-5", "claude-haiku-4-5", OTHER}) {
                assertThat(count(body.getBytes(UTF_8), model, cache))
                        .isEqualTo(anthropic(body, model));
            }
        }
        assertThat(counted).hasSize(2);

        count(form.formatted("Be good.", WEATHER_TOOL, "").getBytes(UTF_8), OTHER, cache);
        assertThat(counted).hasSize(3);
    }

    /** The same bytes as a system and as tools are two parts: they are counted differently. */
    @Test
    void aPartIsRememberedByItsKind() {
        var counted = new HashMap<PartHash, Long>();
        PartCache cache =
                (part, count) -> counted.computeIfAbsent(part, missing -> count.getAsLong());
        var body = "{\"system\":[{\"text\":\"Hello\"}],\"tools\":[{\"text\":\"Hello\"}]}";
        assertThat(count(body.getBytes(UTF_8), OTHER, cache)).isEqualTo(anthropic(body, OTHER));
        assertThat(counted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"messages\":[", "{} {}", "nonsense", "[]"})
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> anthropic(body, OTHER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    private static long anthropic(String body, String model) {
        return count(body.getBytes(UTF_8), model, PartCache.NONE);
    }

    private static long count(byte[] body, String model, PartCache cache) {
        var tally = new Tally(model, cache);
        AnthropicPrompt.count(body, tally);
        return tally.tokens();
    }

    private static long text(String text, String model) {
        var tally = new Tally(model, PartCache.NONE);
        tally.text(text);
        return tally.tokens();
    }
}
