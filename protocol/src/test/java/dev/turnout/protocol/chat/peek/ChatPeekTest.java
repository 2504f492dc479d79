package dev.turnout.protocol.chat.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.protocol.chat.request.ChatRequestReader;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatPeekTest {

    private static final String HELLO = "[{\"role\":\"user\",\"content\":\"Hello\"}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                     | The body is nothing. Send a JSON object",
                "[]                                   | The body is an array. Send a JSON object",
                "{                                    | The body is not usable JSON",
                "{\"messages\":[{}]}                  | model: Field required.",
                "{\"model\":5,\"messages\":[{}]}      | model: Expected a string, not a number",
                "{\"model\":null,\"messages\":[{}]}   | model: Expected a string, not null",
                "{\"model\":\" \",\"messages\":[{}]}  | model: Name a model",
                "{\"model\":\"m\"}                    | messages: Field required. Send an array",
                "{\"model\":\"m\",\"input\":\"x\"}    | messages: Field required. Send an array",
                "{\"model\":\"m\",\"messages\":[]}    | messages: at least one message is required",
                "{\"model\":\"m\",\"messages\":{}}    | messages: Expected an array, not an object",
                "{\"model\":\"m\",\"messages\":\"x\"} | messages: Expected an array, not a string",
                "{\"model\":\"m\",\"messages\":[{},7]}| messages[1]: Expected an object, not a num",
                "{\"model\":\"m\",\"messages\":[{}],\"model\":\"n\"} | model: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{}],\"messages\":[]} | messages: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"role\":\"assistant\"}]}"
                        + " | messages[0].role: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{\"content\":\"a\",\"content\":\"b\"}]}"
                        + " | messages[0].content: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{}]} {} | something follows its end at byte 30",
            })
    void whatIsNoRequestIsRefused(@Nullable String body, String says) {
        isRefused(body == null ? "" : body.strip(), Operation.GENERATE, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5                              | The body is a number. Send a JSON object with mod",
                "{\"input\":\"x\"}              | model: Field required.",
                "{\"model\":\"m\"}              | input: Field required. Send a text",
                "{\"model\":\"m\",\"messages\":[{}]} | input: Field required. Send a text",
                "{\"model\":\"m\",\"input\":7}  | input: Expected a string or an array of them, not a num",
                "{\"model\":\"m\",\"input\":{}} | input: Expected a string or an array of them, not an ob",
            })
    void whatIsNoRequestForVectorsIsRefused(String body, String says) {
        isRefused(body.strip(), Operation.EMBED, says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Hello\"                | 10",
                "[\"Hello\",\"world\"]    | 13",
                "[1,2,3]                  | 3",
                "[[1,2,3],[4,5]]          | 5",
                "[]                       | 9",
                "[null,{}]                | 2",
            })
    void vectorsAreAskedForOfTextsOrTokens(String input, long tokens) {
        var body = "{\"model\":\"embed-3\",\"input\":" + input.strip() + "}";
        var peek = ChatPeek.peek(body.getBytes(UTF_8), Operation.EMBED, HeaderLookup.NONE);
        assertThat(peek.traits().requestClass()).isEqualTo(RequestClass.EMBEDDING);
        assertThat(peek.traits().model()).isEqualTo("embed-3");
        assertThat(peek.traits().stream()).isFalse();
        assertThat(peek.traits().estimatedTokens()).isEqualTo(tokens);
        assertThat(text(body, peek.outline().model())).isEqualTo("\"embed-3\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":3",
                "\"tools\":{}",
                "\"tools\":null",
                "\"reasoning_effort\":null",
                "\"reasoning_effort\":\"none\"",
                "\"reasoning_effort\":{\"effort\":\"high\"}",
                "\"reasoning\":\"high\"",
                "\"prompt_cache_key\":7",
                "\"max_tokens\":\"many\"",
                "\"stream\":\"true\"",
                "\"stream_options\":null",
                "\"input\":7",
                "\"unknown\":{\"model\":\"x\",\"messages\":[]},\"unknown\":2",
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
                "{\"role\":null,\"content\":null}",
                "{\"role\":\"user\",\"content\":[]}",
                "{\"role\":\"user\",\"content\":[null,1,\"x\",[],{}]}",
                "{\"role\":\"user\",\"content\":{\"image_url\":{}}}",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":7,\"text\":{}}]}",
            })
    void oddMessagesPass(String message) {
        var peek = peek("{\"model\":\"m\",\"messages\":[" + message + "]}");
        assertThat(peek.traits().image()).isFalse();
        assertThat(peek.outline().routingTags()).isEmpty();
    }

    @Test
    void theOutlineHoldsTheValuesAsTheyStand() {
        var body =
                "{ \"model\" : \"m\\u00e4/x\" ,\"max_tokens\": 32000 , \"messages\":" + HELLO + "}";
        var outline = peek(body).outline();
        assertThat(text(body, outline.model())).isEqualTo("\"m\\u00e4/x\"");
        assertThat(maxTokens(body)).isEqualTo("32000");
        assertThat(maxTokens(with("\"max_completion_tokens\":7"))).isEqualTo("7");
        assertThat(maxTokens(with("\"max_completion_tokens\":7,\"max_tokens\":8"))).isEqualTo("7");
        assertThat(maxTokens(with("\"x\":1"))).isNull();
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
        assertThat(peek(with("\"reasoning_effort\":\"" + word + "\"")).traits().effort())
                .isEqualTo(effort);
        assertThat(peek(with("\"reasoning\":{\"effort\":\"" + word + "\"}")).traits().effort())
                .isEqualTo(effort);
    }

    @Test
    void settingsAreSeen() {
        var traits = peek(with("\"stream\":true,\"tools\":[{},{}],\"functions\":[{}]")).traits();
        assertThat(traits.stream()).isTrue();
        assertThat(traits.tools()).isEqualTo(3);
        assertThat(traits.thinkingBudget()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"stream_options\":{\"include_usage\":true}  | true",
                "\"stream_options\":{\"include_usage\":false} | false",
                "\"stream_options\":{\"x\":true}              | false",
                "\"stream_options\":true                      | false",
                "\"include_usage\":true                       | false",
            })
    void whetherUsageIsWantedIsSeen(String field, boolean wanted) {
        assertThat(ChatRequestReader.read(with(field).getBytes(UTF_8)).streamUsage())
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"role\":\"system\",\"content\":\"You are a title generator. You\"}  | BACKGROUND",
                "{\"content\":\"You are a title generator. You\",\"role\":\"system\"}  | BACKGROUND",
                "{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":"
                        + "\"You are a title generator\"}]}                         | BACKGROUND",
                "{\"role\":\"system\",\"content\":\"Here: You are a title generator.\"} | MAIN",
                "{\"role\":\"user\",\"content\":\"You are a title generator.\"}         | MAIN",
                "{\"content\":\"You are a title generator.\",\"role\":\"assistant\"}    | MAIN",
            })
    void aTitleIsBackgroundWork(String message, RequestClass requestClass) {
        var messages = "\"messages\":[" + message + "," + HELLO.substring(1);
        assertThat(peek("{\"model\":\"m\"," + messages + "}").traits().requestClass())
                .isEqualTo(requestClass);
        assertThat(
                        peek("{\"model\":\"m\",\"tools\":[{}]," + messages + "}")
                                .traits()
                                .requestClass())
                .isEqualTo(RequestClass.MAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]} | true",
                "{\"content\":[{\"image_url\":\"http://x\"}],\"role\":\"user\"} | true",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{}}]} | false",
                "{\"role\":\"tool\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]} | false",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"image_url\"}]} | false",
            })
    void anImageCountsInTheLastUserMessage(String message, boolean image) {
        var last = "{\"model\":\"m\",\"messages\":[" + message + ",{\"role\":\"assistant\"}]}";
        assertThat(peek(last).traits().image()).isEqualTo(image);
        var earlier =
                "{\"model\":\"m\",\"messages\":["
                        + message
                        + ",{\"role\":\"user\",\"content\":\"\"}]}";
        assertThat(peek(earlier).traits().image()).isFalse();
    }

    @Test
    void theSessionIsNamedByHeadersOrTheCacheKey() {
        var body = with("\"prompt_cache_key\":\"key\"");
        var both = Map.of("x-session-id", "id", "x-session-affinity", "affinity");
        assertThat(peek(body, both::get).traits().session()).isEqualTo("id");
        assertThat(peek(body, Map.of("x-session-affinity", "a")::get).traits().session())
                .isEqualTo("a");
        assertThat(peek(body, Map.of("x-session-id", " ")::get).traits().session())
                .isEqualTo("key");
        assertThat(peek(with("\"x\":1")).traits().session()).isNull();
    }

    @Test
    void theTagIsSoughtInTheSystemAndTheFirstUserMessageOnly() {
        var tag = "<CCR-SUBAGENT-MODEL>%s</CCR-SUBAGENT-MODEL>";
        var body =
                """
                {"messages": [
                  {"role": "system", "content": "be %s"},
                  {"content": "%s", "role": "assistant"},
                  {"content": [{"type": "text", "text": "%s go"}], "role": "user"},
                  {"role": "tool", "content": "%s"},
                  {"role": "user", "content": "%s"}],
                 "model": "m"}
                """
                        .formatted(
                                tag.formatted("p/system"),
                                tag.formatted("p/assistant"),
                                tag.formatted("p/user"),
                                tag.formatted("p/tool"),
                                tag.formatted("p/second"));
        var peek = peek(body);
        assertThat(peek.traits().subagentTag()).isEqualTo("p/system");
        assertThat(peek.outline().routingTags())
                .extracting(span -> text(body, span))
                .containsExactly(tag.formatted("p/system"), tag.formatted("p/user"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,%s\"}} | 1500 | 1700",
                "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x/%s\"}}             | 30000 | 31000",
                "{\"type\":\"file\",\"file\":{\"filename\":\"a\",\"file_data\":\"data:x;base64,%s\"}}"
                        + " | 2500 | 2600",
                "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"%s\",\"format\":\"wav\"}} | 2500 | 2600",
                "{\"type\":\"text\",\"text\":\"%s\"}                                        | 28000 | 29000",
            })
    void sizeTakesMediaForWhatItIs(String part, long least, long most) {
        var content = part.strip().formatted("A".repeat(100_000));
        var body =
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":["
                        + content
                        + "]}]}";
        assertThat(peek(body).traits().estimatedTokens()).isBetween(least, most);
    }

    private static void isRefused(String body, Operation operation, String says) {
        assertThatThrownBy(() -> ChatPeek.peek(body.getBytes(UTF_8), operation, HeaderLookup.NONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(e.problem().message()).contains(says);
                        });
    }

    private static Peek peek(String body) {
        return peek(body, HeaderLookup.NONE);
    }

    private static Peek peek(String body, HeaderLookup headers) {
        return ChatPeek.peek(body.getBytes(UTF_8), Operation.GENERATE, headers);
    }

    private static @Nullable String maxTokens(String body) {
        var span = peek(body).outline().maxTokens();
        return span == null ? null : text(body, span);
    }

    private static String with(String fields) {
        return "{\"model\":\"m\"," + fields + ",\"messages\":" + HELLO + "}";
    }

    private static String text(String body, Span span) {
        return new String(body.getBytes(UTF_8), span.offset(), span.length(), UTF_8);
    }
}
