package dev.turnout.protocol.responses.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesPeekTest {

    private static final String TAG = "<CCR-SUBAGENT-MODEL>%s</CCR-SUBAGENT-MODEL>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                   | The body is nothing. Send a JSON object",
                "[]                                 | The body is an array. Send a JSON object",
                "{                                  | The body is not usable JSON",
                "{\"input\":\"x\"}                  | model: Field required.",
                "{\"model\":5,\"input\":\"x\"}      | model: Expected a string, not a number",
                "{\"model\":null,\"input\":\"x\"}   | model: Expected a string, not null",
                "{\"model\":\" \",\"input\":\"x\"}  | model: Name a model",
                "{\"model\":\"m\"}                  | input: Field required. Send a text",
                "{\"model\":\"m\",\"messages\":[]}  | input: Field required. Send a text",
                "{\"model\":\"m\",\"input\":null}   | input: Field required. Send a text",
                "{\"model\":\"m\",\"input\":\"\"}   | input: Field required. Send a text",
                "{\"model\":\"m\",\"input\":[]}     | input: Field required. Send a text",
                "{\"model\":\"m\",\"input\":{}}     | input: Expected a string or an array of items, not",
                "{\"model\":\"m\",\"input\":[{},7]} | input[1]: Expected an object, not a number",
                "{\"model\":\"m\",\"input\":[{}],\"model\":\"n\"} | model: Field given twice.",
                "{\"model\":\"m\",\"input\":[{}],\"input\":[]}    | input: Field given twice.",
                "{\"model\":\"m\",\"input\":[{\"type\":\"message\",\"type\":\"reasoning\"}]}"
                        + " | input[0].type: Field given twice.",
                "{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"role\":\"assistant\"}]}"
                        + " | input[0].role: Field given twice.",
                "{\"model\":\"m\",\"input\":[{\"content\":\"a\",\"content\":\"b\"}]}"
                        + " | input[0].content: Field given twice.",
                "{\"model\":\"m\",\"input\":\"x\"} {} | something follows its end at byte 26",
            })
    void whatIsNoRequestIsRefused(@Nullable String body, String says) {
        var bytes = (body == null ? "" : body.strip()).getBytes(UTF_8);
        assertThatThrownBy(() -> ResponsesPeek.peek(bytes, Operation.GENERATE, HeaderLookup.NONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(e.problem().message()).contains(says);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prompt\":{\"id\":\"pmpt_1\"}",
                "\"conversation\":\"conv_1\"",
                "\"previous_response_id\":\"resp_1\",\"input\":[]",
            })
    void whatAProviderKeepsMayStandInForTheInput(String field) {
        assertThat(peek("{\"model\":\"m\"," + field + "}").traits().model()).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":{}",
                "\"tools\":null",
                "\"tools\":[]",
                "\"instructions\":7",
                "\"reasoning\":null",
                "\"reasoning\":\"high\"",
                "\"reasoning\":{\"effort\":null}",
                "\"reasoning\":{\"effort\":\"none\"}",
                "\"prompt_cache_key\":7",
                "\"client_metadata\":[]",
                "\"max_output_tokens\":\"many\"",
                "\"stream\":\"true\"",
                "\"unknown\":{\"model\":\"x\",\"input\":[]},\"unknown\":2",
            })
    void whatIsOddButNotOursToJudgePasses(String field) {
        var traits = peek(with(field)).traits();
        assertThat(traits.effort()).isNull();
        assertThat(traits.session()).isNull();
        assertThat(traits.stream()).isFalse();
        assertThat(traits.tools()).isZero();
        assertThat(traits.requestClass()).isEqualTo(RequestClass.MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":null,\"role\":null,\"content\":null}",
                "{\"role\":\"user\",\"content\":[]}",
                "{\"role\":\"user\",\"content\":[null,1,\"x\",[],{}]}",
                "{\"role\":\"user\",\"content\":{\"type\":\"input_image\"}}",
                "{\"role\":\"user\",\"content\":[{\"type\":{},\"file_data\":7,\"text\":{}}]}",
                "{\"type\":\"function_call_output\",\"output\":{}}",
                "{\"type\":\"brand_new\",\"content\":[{\"x\":1}]}",
            })
    void oddItemsPass(String item) {
        var peek = peek("{\"model\":\"m\",\"input\":[" + item + "]}");
        assertThat(peek.traits().image()).isFalse();
        assertThat(peek.outline().routingTags()).isEmpty();
    }

    @Test
    void theOutlineHoldsTheValuesAsTheyStand() {
        var body =
                "{ \"model\" : \"m\\u00e4/x\" ,\"max_output_tokens\": 32000 , \"input\":\"Hello\"}";
        var outline = peek(body).outline();
        assertThat(text(body, outline.model())).isEqualTo("\"m\\u00e4/x\"");
        var maxTokens = outline.maxTokens();
        assertThat(maxTokens == null ? null : text(body, maxTokens)).isEqualTo("32000");
        assertThat(peek(with("\"max_tokens\":1")).outline().maxTokens()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "minimal, LOW",
        "low, LOW",
        "medium, MEDIUM",
        "high, HIGH",
        "xhigh, XHIGH",
        "max, MAX",
        "none, ",
        "utmost, "
    })
    void theEffortIsSeen(String word, @Nullable Effort effort) {
        assertThat(peek(with("\"reasoning\":{\"effort\":\"" + word + "\"}")).traits().effort())
                .isEqualTo(effort);
    }

    @Test
    void settingsAreSeenAndEachToolOfANamespaceCounts() {
        var namespace = "{\"type\":\"namespace\",\"name\":\"n\",\"tools\":[{},{},{}]}";
        var traits = peek(with("\"stream\":true,\"tools\":[{}," + namespace + ",7]")).traits();
        assertThat(traits.stream()).isTrue();
        assertThat(traits.tools()).isEqualTo(5);
        assertThat(traits.thinkingBudget()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"type\":\"web_search\"}]                               | WEB_SEARCH",
                "[{\"type\":\"web_search_preview\"}]                       | WEB_SEARCH",
                "[{\"type\":\"web_search\"},{\"type\":\"function\"}]       | MAIN",
                "[{\"type\":\"function\",\"name\":\"web_search\"}]         | MAIN",
            })
    void aSearchAloneIsAWebSearch(String tools, RequestClass requestClass) {
        assertThat(peek(with("\"tools\":" + tools)).traits().requestClass())
                .isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvSource({"COUNT_TOKENS, COUNT", "EMBED, EMBEDDING", "GENERATE, MAIN"})
    void theOperationComesFirst(Operation operation, RequestClass requestClass) {
        var peek =
                ResponsesPeek.peek(
                        with("\"tools\":[]").getBytes(UTF_8), operation, HeaderLookup.NONE);
        assertThat(peek.traits().requestClass()).isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"instructions\":\"You are a title generator. You\",\"input\":\"x\" | BACKGROUND",
                "\"input\":[{\"role\":\"developer\",\"content\":\"You are a title generator\"}]"
                        + " | BACKGROUND",
                "\"input\":[{\"content\":[{\"text\":\"You are a title generator\"}],\"role\":\"system\"}]"
                        + " | BACKGROUND",
                "\"input\":[{\"role\":\"user\",\"content\":\"You are a title generator\"}] | MAIN",
                "\"input\":\"x\",\"tools\":[{}],\"instructions\":\"You are a title generator\" | MAIN",
            })
    void aTitleIsBackgroundWork(String fields, RequestClass requestClass) {
        assertThat(peek("{\"model\":\"m\"," + fields.strip() + "}").traits().requestClass())
                .isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"You are performing a CONTEXT CHECKPOINT COMPACTION. Create\" | COMPACTION",
                "[{\"role\":\"user\",\"content\":\"Go\"},{\"role\":\"user\",\"content\":[{\"type\":"
                        + "\"input_text\",\"text\":\"You are performing a CONTEXT CHECKPOINT COMPACTION.\"}]}]"
                        + " | COMPACTION",
                "[{\"role\":\"user\",\"content\":\"Go\"},{\"type\":\"compaction_trigger\"}] | COMPACTION",
                "[{\"role\":\"user\",\"content\":\"You are performing a CONTEXT CHECKPOINT COMPACTION.\"},"
                        + "{\"role\":\"assistant\",\"content\":\"x\"},{\"role\":\"user\",\"content\":\"Go\"}]"
                        + " | MAIN",
                "[{\"role\":\"user\",\"content\":\"You are performing a CONTEXT CHECKPOINT COMPACTION.\"},"
                        + "{\"type\":\"function_call\"}] | MAIN",
                "[{\"role\":\"developer\",\"content\":\"You are performing a CONTEXT CHECKPOINT COMPACTION.\"}]"
                        + " | MAIN",
            })
    void aSummaryIsACompactionIfItIsOrderedLast(String input, RequestClass requestClass) {
        var body = "{\"model\":\"m\",\"tools\":[{}],\"input\":" + input.strip() + "}";
        assertThat(peek(body).traits().requestClass()).isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"role\":\"user\",\"content\":[IMAGE]}                                  | true",
                "{\"content\":[IMAGE],\"role\":\"user\"}                                  | true",
                "{\"role\":\"user\",\"content\":[IMAGE]},{\"role\":\"user\",\"content\":\"x\"} | true",
                "{\"type\":\"function_call\"},{\"type\":\"function_call_output\",\"output\":[IMAGE]} | true",
                "{\"output\":[IMAGE],\"type\":\"custom_tool_call_output\"}                | true",
                "{\"role\":\"user\",\"content\":[IMAGE]},{\"role\":\"assistant\"}         | true",
                "{\"role\":\"user\",\"content\":[IMAGE]},{\"type\":\"reasoning\"},{\"role\":\"user\",\"content\":\"x\"}"
                        + " | false",
                "{\"role\":\"user\",\"content\":[IMAGE]},{\"type\":\"function_call\"},{\"type\":\"function_call_output\"}"
                        + " | false",
                "{\"role\":\"developer\",\"content\":[IMAGE]}                             | false",
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"file_data\":\"x\"}]} | false",
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"input_image\"}]} | false",
            })
    void anImageCountsSinceTheLastAnswer(String items, boolean image) {
        var input =
                items.strip()
                        .replace("IMAGE", "{\"type\":\"input_image\",\"image_url\":\"http://x\"}");
        assertThat(peek("{\"model\":\"m\",\"input\":[" + input + "]}").traits().image())
                .isEqualTo(image);
    }

    @Test
    void theSessionIsNamedByHeadersOrTheCacheKey() {
        var body = with("\"prompt_cache_key\":\"key\"");
        var both = Map.of("session-id", "id", "x-session-affinity", "affinity");
        assertThat(peek(body, both::get).traits().session()).isEqualTo("id");
        assertThat(peek(body, Map.of("session_id", "i")::get).traits().session()).isEqualTo("i");
        assertThat(peek(body, Map.of("session-id", " ")::get).traits().session()).isEqualTo("key");
        assertThat(peek(with("\"x\":1")).traits().session()).isNull();
    }

    /** Codex puts its environment into the user's first message, and what he says into the next. */
    @Test
    void theTagIsSoughtInTheSystemAndInWhatTheUserSaysBeforeTheFirstAnswer() {
        var body =
                """
                {"input": [
                  {"role": "developer", "content": [{"type": "input_text", "text": "be %s"}]},
                  {"content": [{"type": "input_text", "text": "%s go"}], "role": "user"},
                  {"role": "user", "content": "%s"},
                  {"content": "%s", "role": "assistant"},
                  {"type": "function_call_output", "output": "%s"},
                  {"role": "user", "content": "%s"}],
                 "instructions": "%s",
                 "model": "m"}
                """
                        .formatted(
                                tag("p/developer"),
                                tag("p/user"),
                                tag("p/second"),
                                tag("p/assistant"),
                                tag("p/output"),
                                tag("p/later"),
                                tag("p/instructions"));
        var peek = peek(body);
        assertThat(peek.traits().subagentTag()).isEqualTo("p/developer");
        assertThat(peek.outline().routingTags())
                .extracting(span -> text(body, span))
                .containsExactly(
                        tag("p/developer"), tag("p/user"), tag("p/second"), tag("p/instructions"));
    }

    @Test
    void theTagIsSoughtInAPlainInputAndNotInOutputs() {
        var plain = "{\"model\":\"m\",\"input\":\"" + tag("p/m") + " go\"}";
        assertThat(peek(plain).traits().subagentTag()).isEqualTo("p/m");
        var output = "{\"output\":\"" + tag("p/m") + "\",\"type\":\"function_call_output\"}";
        assertThat(peek("{\"model\":\"m\",\"input\":[" + output + "]}").traits().subagentTag())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,%s\"}  | 1500  | 1700",
                "{\"type\":\"input_image\",\"image_url\":\"https://x/%s\"}              | 30000 | 31000",
                "{\"type\":\"input_file\",\"file_data\":\"data:x;base64,%s\"}           | 2500  | 2600",
                "{\"type\":\"input_text\",\"text\":\"%s\"}                              | 28000 | 29000",
            })
    void sizeTakesMediaForWhatItIs(String part, long least, long most) {
        var content = part.strip().formatted("A".repeat(100_000));
        for (var item :
                new String[] {
                    "{\"role\":\"user\",\"content\":[" + content + "]}",
                    "{\"type\":\"function_call_output\",\"output\":[" + content + "]}"
                }) {
            var body = "{\"model\":\"m\",\"input\":[" + item + "]}";
            assertThat(peek(body).traits().estimatedTokens()).isBetween(least, most);
        }
    }

    private static String tag(String target) {
        return TAG.formatted(target);
    }

    private static Peek peek(String body) {
        return peek(body, HeaderLookup.NONE);
    }

    private static Peek peek(String body, HeaderLookup headers) {
        return ResponsesPeek.peek(body.getBytes(UTF_8), Operation.GENERATE, headers);
    }

    private static String with(String fields) {
        return "{\"model\":\"m\"," + fields + ",\"input\":\"Hello\"}";
    }

    private static String text(String body, Span span) {
        return new String(body.getBytes(UTF_8), span.offset(), span.length(), UTF_8);
    }
}
