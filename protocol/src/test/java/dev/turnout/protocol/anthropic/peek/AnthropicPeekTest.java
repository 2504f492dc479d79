package dev.turnout.protocol.anthropic.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicPeekTest {

    private static final String HELLO = "[{\"role\":\"user\",\"content\":\"Hello\"}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                     | The body is nothing. Send a JSON object",
                "[]                                   | The body is an array. Send a JSON object",
                "\"hello\"                            | The body is a string.",
                "{                                    | The body is not usable JSON",
                "{\"messages\":[{}]}                  | model: Field required.",
                "{\"model\":5,\"messages\":[{}]}      | model: Input should be a string, not a number",
                "{\"model\":null,\"messages\":[{}]}   | model: Input should be a string, not null",
                "{\"model\":\" \",\"messages\":[{}]}  | model: Name a model",
                "{\"model\":\"m\"}                    | messages: Field required. Send an array",
                "{\"model\":\"m\",\"messages\":[]}    | messages: at least one message is required",
                "{\"model\":\"m\",\"messages\":{}}    | messages: Input should be an array, not an ob",
                "{\"model\":\"m\",\"messages\":\"x\"} | messages: Input should be an array, not a str",
                "{\"model\":\"m\",\"messages\":[{},7]}| messages.1: Input should be an object, not a n",
                "{\"model\":\"m\",\"messages\":[{}],\"model\":\"n\"} | model: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{}],\"messages\":[]} | messages: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{}],\"x\":1,\"stream\":true,\"stream\":false}"
                        + " | stream: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"role\":\"assistant\"}]}"
                        + " | messages.0.role: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{\"content\":\"a\",\"content\":\"b\"}]}"
                        + " | messages.0.content: Field given twice.",
                "{\"model\":\"m\",\"messages\":[{}]} {} | something follows its end at byte 30",
            })
    void whatIsNoRequestIsRefused(String body, String says) {
        assertThatThrownBy(() -> peek(body == null ? "" : body.strip()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(e.problem().message()).contains(says);
                        });
    }

    @Test
    void depthIsLimitedWhereverItIs() {
        var deep = "[".repeat(130) + "]".repeat(130);
        for (var field : new String[] {"\"x\":", "\"tools\":", "\"system\":", "\"metadata\":"}) {
            assertThatThrownBy(() -> peek(with(field + deep)))
                    .hasMessageContaining("deeper than 128 levels");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"system\":null",
                "\"system\":[1,\"x\",{\"text\":5},[]]",
                "\"tools\":{}",
                "\"tools\":[1,\"web_search_1\",{\"type\":7},[{\"type\":\"web_search_1\"}]]",
                "\"thinking\":[{\"budget_tokens\":7}]",
                "\"thinking\":{\"budget_tokens\":\"7\"}",
                "\"output_config\":\"effort\"",
                "\"output_config\":{\"effort\":null}",
                "\"output_config\":{\"effort\":\"utmost\"}",
                "\"metadata\":\"session_id\"",
                "\"metadata\":{\"user_id\":{\"session_id\":\"s\"}}",
                "\"metadata\":{\"user_id\":\"{\\\"session_id\\\":\"}",
                "\"metadata\":{\"user_id\":\"{\\\"session_id\\\":7}\"}",
                "\"metadata\":{\"user_id\":\"someone\"}",
                "\"max_tokens\":\"many\"",
                "\"stream\":\"true\"",
                "\"unknown\":{\"model\":\"x\",\"messages\":[]},\"unknown\":2",
            })
    void whatIsOddButNotOursToJudgePasses(String field) {
        var traits = peek(with(field)).traits();
        assertThat(traits.effort()).isNull();
        assertThat(traits.thinkingBudget()).isZero();
        assertThat(traits.session()).isNull();
        assertThat(traits.stream()).isFalse();
        assertThat(traits.requestClass()).isNotEqualTo(RequestClass.WEB_SEARCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"role\":null,\"content\":null}",
                "{\"role\":\"user\",\"content\":[]}",
                "{\"role\":\"user\",\"content\":[null,1,\"x\",[],{}]}",
                "{\"role\":\"user\",\"content\":{\"type\":\"image\"}}",
                "{\"role\":\"user\",\"content\":[{\"type\":null,\"source\":[],\"content\":[1,[]]}]}",
            })
    void oddMessagesPass(String message) {
        var peek = peek("{\"model\":\"m\",\"messages\":[" + message + "]}");
        assertThat(peek.traits().image()).isFalse();
        assertThat(peek.outline().sealedThinking()).isEqualTo(ThinkingCuts.NONE);
        assertThat(peek.outline().unsignedThinking()).isEqualTo(ThinkingCuts.NONE);
    }

    @Test
    void theOutlineHoldsTheValuesAsTheyStand() {
        var body =
                "{ \"model\" : \"m\\u00e4/x\" ,\"max_tokens\": 32000 , \"messages\":" + HELLO + "}";
        var outline = peek(body).outline();
        assertThat(text(body, outline.model())).isEqualTo("\"m\\u00e4/x\"");
        assertThat(outline.maxTokens())
                .isNotNull()
                .extracting(s -> text(body, s))
                .isEqualTo("32000");
        assertThat(peek(body).traits().model()).isEqualTo("m\u00e4/x");
        assertThat(peek(with("\"x\":1")).outline().maxTokens()).isNull();
    }

    @Test
    void settingsAreSeen() {
        var traits =
                peek(with(
                                "\"stream\":true,\"thinking\":{\"type\":\"enabled\","
                                        + "\"budget_tokens\":31999},\"tools\":[{},{}],"
                                        + "\"output_config\":{\"format\":{},\"effort\":"
                                        + "\"xhigh\"}"))
                        .traits();
        assertThat(traits.stream()).isTrue();
        assertThat(traits.thinkingBudget()).isEqualTo(31999);
        assertThat(traits.tools()).isEqualTo(2);
        assertThat(traits.effort()).isEqualTo(Effort.XHIGH);
        assertThat(traits.requestClass()).isEqualTo(RequestClass.MAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\":1                                                       | BACKGROUND",
                "\"thinking\":{\"type\":\"disabled\"}                          | BACKGROUND",
                "\"thinking\":{\"type\":\"adaptive\"}                          | MAIN",
                "\"tools\":[{\"name\":\"Bash\"}]                               | MAIN",
                "\"tools\":[{\"name\":\"w\",\"type\":\"web_search_20250305\"}]    | WEB_SEARCH",
                "\"tools\":[{},{\"name\":\"w\",\"type\":\"web_search_20250305\"}] | MAIN",
                "\"tools\":[{\"type\":\"web_search_20250305\"},{\"name\":\"B\"}]  | MAIN",
                "\"system\":[{\"text\":\"x; cc_is_subagent=true;\"}]           | SUBAGENT",
                "\"system\":[{},{\"text\":\"x; cc_is_subagent=true;\"}]        | BACKGROUND",
                "\"system\":\"x; cc_is_subagent=true;\"                        | SUBAGENT",
            })
    void theClassIsToldByTheBody(String field, RequestClass requestClass) {
        assertThat(peek(with(field), CLAUDE_CODE).traits().requestClass()).isEqualTo(requestClass);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"CRITICAL: Respond with TEXT ONLY. Do NOT call any tools. Now\"   | COMPACTION",
                "\"Not CRITICAL: Respond with TEXT ONLY. Do NOT call any tools.\"   | BACKGROUND",
                "[{\"text\":\"x\"},{\"text\":\"CRITICAL: Respond with TEXT ONLY. Do NOT call any"
                        + " tools.\"}] | COMPACTION",
                "\"[SUGGESTION MODE: what next\"                                    | MAIN",
                "\"<system-reminder>This is a side question from the user. x\"      | MAIN",
                "\"\\u003csystem-reminder\\u003eThis is a side question from the user.\" | MAIN",
            })
    void theClassIsToldByTheLastUserMessage(String content, RequestClass requestClass) {
        var user = "{\"role\":\"user\",\"content\":" + content + "}";
        var last = "{\"model\":\"m\",\"messages\":[" + user + ",{\"role\":\"system\"}]}";
        assertThat(peek(last, CLAUDE_CODE).traits().requestClass()).isEqualTo(requestClass);
        var earlier =
                "{\"model\":\"m\",\"messages\":["
                        + user
                        + ",{\"content\":\"x\",\"role\":\"user\"}]}";
        assertThat(peek(earlier, CLAUDE_CODE).traits().requestClass())
                .isEqualTo(RequestClass.BACKGROUND);
    }

    @Test
    void aPlainCallOfAnSdkIsSomebodysMainRequest() {
        assertThat(peek(with("\"x\":1")).traits().requestClass()).isEqualTo(RequestClass.MAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{}}]} | true",
                "{\"content\":[{\"source\":{},\"type\":\"image\"}],\"role\":\"user\"} | true",
                "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":"
                        + "[{\"type\":\"text\"},{\"type\":\"image\"}]}]} | true",
                "{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":{}}]} | false",
                "{\"role\":\"assistant\",\"content\":[{\"type\":\"image\"}]} | false",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"image\"}]} | false",
            })
    void anImageCountsInTheLastUserMessage(String message, boolean image) {
        var last = "{\"model\":\"m\",\"messages\":[" + message + ",{\"role\":\"system\"}]}";
        assertThat(peek(last).traits().image()).isEqualTo(image);
        var earlier =
                "{\"model\":\"m\",\"messages\":["
                        + message
                        + ",{\"role\":\"user\",\"content\":\"\"}]}";
        assertThat(peek(earlier).traits().image()).isFalse();
    }

    @Test
    void headersNameTheAgentAndTheSession() {
        var headers =
                Map.of(
                        "x-claude-code-agent-id", "a1",
                        "x-claude-code-agent-type", "Explore",
                        "x-claude-code-session-id", "from-header");
        var body = with("\"metadata\":{\"user_id\":\"{\\\"session_id\\\":\\\"from-body\\\"}\"}");
        var traits = peek(body, headers::get).traits();
        assertThat(traits.agentId()).isEqualTo("a1");
        assertThat(traits.agentType()).isEqualTo("Explore");
        assertThat(traits.session()).isEqualTo("from-header");
        assertThat(traits.requestClass()).isEqualTo(RequestClass.SUBAGENT);
        assertThat(peek(body).traits().session()).isEqualTo("from-body");
    }

    @Test
    void theTagIsSoughtInTheSystemAndTheFirstUserMessageOnly() {
        var tag = "<CCR-SUBAGENT-MODEL>%s</CCR-SUBAGENT-MODEL>";
        var body =
                """
                {"messages": [
                  {"role": "assistant", "content": "%s"},
                  {"content": [{"type": "text", "text": "%s go"}], "role": "user"},
                  {"role": "user", "content": "%s"}],
                 "system": [{"text": "first"}, {"text": "be %s"}],
                 "model": "m"}
                """
                        .formatted(
                                tag.formatted("p/assistant"),
                                tag.formatted("p/user"),
                                tag.formatted("p/second"),
                                tag.formatted("p/system"));
        var peek = peek(body);
        assertThat(peek.traits().subagentTag()).isEqualTo("p/system");
        assertThat(peek.outline().routingTags())
                .extracting(span -> text(body, span))
                .containsExactlyInAnyOrder(tag.formatted("p/user"), tag.formatted("p/system"));
    }

    @Test
    void sizeIsToldByText() {
        var text = peek(withUser("[{\"type\":\"text\",\"text\":\"" + "x".repeat(35_000) + "\"}]"));
        assertThat(text.traits().estimatedTokens()).isBetween(10_000L, 10_100L);
        assertThat(text.traits().bodyBytes()).isGreaterThan(35_000);
    }

    @ParameterizedTest
    @CsvSource({
        "image, base64, 1500, 1700",
        "document, base64, 2500, 2600",
        "image, url, 30000, 31000",
        "document, text, 28000, 29000"
    })
    void sizeTakesMediaForWhatItIs(String type, String source, long least, long most) {
        var block =
                "{\"type\":\"%s\",\"source\":{\"type\":\"%s\",\"data\":\"%s\"}}"
                        .formatted(type, source, "A".repeat(100_000));
        var direct = peek(withUser("[" + block + "]")).traits();
        var nested =
                peek(withUser("[{\"type\":\"tool_result\",\"content\":[" + block + "]}]")).traits();
        assertThat(direct.estimatedTokens()).isBetween(least, most);
        assertThat(nested.estimatedTokens()).isBetween(least, most);
    }

    private static final HeaderLookup CLAUDE_CODE =
            name -> name.equals("x-claude-code-session-id") ? "s" : null;

    private static Peek peek(String body) {
        return peek(body, HeaderLookup.NONE);
    }

    private static Peek peek(String body, HeaderLookup headers) {
        return AnthropicPeek.peek(body.getBytes(UTF_8), Operation.GENERATE, headers);
    }

    private static String with(String fields) {
        return "{\"model\":\"m\"," + fields + ",\"messages\":" + HELLO + "}";
    }

    private static String withUser(String content) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }

    private static String text(String body, Span span) {
        return new String(body.getBytes(UTF_8), span.offset(), span.length(), UTF_8);
    }
}
