package dev.turnout.protocol.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.LooseJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCounterTest {

    private static final TokenCounter COUNTER = new TokenCounter(PartCache.NONE);
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
        assertThat(chat("{\"messages\":[" + first + "," + filled + "]}")).isEqualTo(tokens + 8);
        assertThat(chat("{\"messages\":[" + filled + "," + first + "]}")).isEqualTo(tokens + 8);
    }

    @Test
    void textsForVectorsAreCounted() {
        assertThat(chat("{\"input\":\"Hello\"}")).isEqualTo(1);
        assertThat(chat("{\"input\":[\"Hello\",\"Hello\"]}")).isEqualTo(2);
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
        long json = overhead == 0 ? 0 : TokenCounter.countText("[{}]", "claude-opus-5");
        assertThat(anthropic("{" + fields + "}", "claude-opus-5")).isEqualTo(overhead + json);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"auto\"', 286",
        "'\"required\"', 406",
        "null, 286",
        "'{\"type\":\"function\",\"function\":{\"name\":\"x\"}}', 406",
    })
    void aChatMayForceACallToo(String choice, long overhead) {
        for (var body :
                new String[] {
                    "{\"tools\":[{}],\"tool_choice\":" + choice + "}",
                    "{\"tool_choice\":" + choice + ",\"tools\":[{}]}"
                }) {
            assertThat(COUNTER.count(Dialect.OPENAI_CHAT, body.getBytes(UTF_8), "claude-opus-5"))
                    .isEqualTo(overhead + TokenCounter.countText("[{}]", "claude-opus-5"));
        }
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
        assertThat(COUNTER.count(Dialect.ANTHROPIC, capture.body(), "claude-opus-5"))
                .isEqualTo(anthropic(compact.toString(), "claude-opus-5"));

        // What is JSON for the model too, tools and their inputs, counts as it is escaped.
        compact.remove("tools");
        compact.findParents("input").forEach(call -> ((ObjectNode) call).remove("input"));
        var loose = LooseJson.write(compact, new Random(name.hashCode()));
        // A PDF is estimated by its bytes, escapes and all.
        assertThat(COUNTER.count(Dialect.ANTHROPIC, loose, OTHER))
                .isCloseTo(anthropic(compact.toString(), OTHER), within(2L));
    }

    @Test
    void systemAndToolsAreCountedOnce() {
        var counted = new HashMap<PartHash, Long>();
        var misses = new int[1];
        PartCache cache =
                (part, count) ->
                        counted.computeIfAbsent(
                                part,
                                missing -> {
                                    misses[0]++;
                                    return count.getAsLong();
                                });
        var counter = new TokenCounter(cache);
        for (var dialect :
                Map.of(
                                Dialect.ANTHROPIC,
                                "{\"system\":\"Be kind.\",\"tools\":%s,\"messages\":[{\"content\":\"%s\"}]}",
                                Dialect.OPENAI_CHAT,
                                "{\"messages\":[{\"role\":\"system\",\"content\":\"Be kind.\"},"
                                        + "{\"role\":\"user\",\"content\":\"%2$s\"}],\"tools\":%1$s}")
                        .entrySet()) {
            misses[0] = 0;
            counted.clear();
            for (var text : new String[] {"Hello", "Hello Hello", "Hello"}) {
                var body = dialect.getValue().formatted(WEATHER_TOOL, text).getBytes(UTF_8);
                for (var model : new String[] {"claude-opus-5", "claude-haiku-4-5", OTHER}) {
                    assertThat(counter.count(dialect.getKey(), body, model))
                            .isEqualTo(COUNTER.count(dialect.getKey(), body, model));
                }
            }
            assertThat(misses[0]).isEqualTo(2);
            var other = dialect.getValue().replace("kind", "good").formatted(WEATHER_TOOL, "");
            counter.count(dialect.getKey(), other.getBytes(UTF_8), OTHER);
            assertThat(misses[0]).isEqualTo(3);
        }
    }

    /** The same bytes as a system and as tools are two parts: they are counted differently. */
    @Test
    void aPartIsRememberedByItsKind() {
        var counted = new HashMap<PartHash, Long>();
        var counter =
                new TokenCounter(
                        (part, count) ->
                                counted.computeIfAbsent(part, missing -> count.getAsLong()));
        var body = "{\"system\":[{\"text\":\"Hello\"}],\"tools\":[{\"text\":\"Hello\"}]}";
        assertThat(counter.count(Dialect.ANTHROPIC, body.getBytes(UTF_8), OTHER))
                .isEqualTo(anthropic(body, OTHER));
        assertThat(counted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"messages\":[", "{} {}", "nonsense"})
    void whatIsNoJsonIsRefused(String body) {
        for (var dialect : new Dialect[] {Dialect.ANTHROPIC, Dialect.OPENAI_CHAT}) {
            assertThatThrownBy(() -> COUNTER.count(dialect, body.getBytes(UTF_8), OTHER))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e ->
                                    assertThat(e.problem().code())
                                            .isEqualTo(ProblemCode.INVALID_REQUEST));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI_RESPONSES", "GEMINI"})
    void anotherDialectIsNotCounted(Dialect dialect) {
        assertThatThrownBy(() -> COUNTER.count(dialect, "{}".getBytes(UTF_8), OTHER))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(dialect.id());
    }

    /** Beyond a million tokens the rest is taken to be like the beginning. */
    @Test
    void aTextBeyondAllWindowsIsNotCountedToItsEnd() {
        var line = "The quick brown fox jumps over the lazy dog. ";
        long tokens = TokenCounter.countText(line.repeat(10_000), OTHER);
        var text = line.repeat(100_000);
        var message = "{\"content\":\"" + text + "\"}";
        assertThat(TokenCounter.countText(text, OTHER)).isCloseTo(10 * tokens, within(tokens / 10));
        assertThat(anthropic("{\"messages\":[" + message + "," + message + "]}", OTHER))
                .isCloseTo(20 * tokens, within(tokens / 5));
    }

    @Test
    void aModelsOwnMeasureCounts() {
        var text = "Hello ".repeat(1000);
        TokenCounter.warmUp();
        long plain = TokenCounter.countText(text, OTHER);
        assertThat(TokenCounter.countText(text, "claude-haiku-4-5"))
                .isEqualTo(Math.round(plain * 1.15));
        assertThat(TokenCounter.countText(text, "claude-opus-4-8"))
                .isEqualTo(Math.round(plain * 1.5));
    }

    private static long anthropic(String body, String model) {
        return COUNTER.count(Dialect.ANTHROPIC, body.getBytes(UTF_8), model);
    }

    private static long chat(String body) {
        return COUNTER.count(Dialect.OPENAI_CHAT, body.getBytes(UTF_8), OTHER);
    }
}
