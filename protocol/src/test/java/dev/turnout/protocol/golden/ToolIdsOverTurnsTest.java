package dev.turnout.protocol.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.Upstream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ids that a provider gives go to the client and come back, turn after turn: what it has been
 * told once it is told again to the letter, or its prompt cache would be of no use.
 */
class ToolIdsOverTurnsTest {

    /** A quirk, the ids that such a server gives, and how those look that it gets back. */
    static List<Arguments> servers() {
        return List.of(
                Arguments.of(
                        Quirk.FUNCTION_INDEX_IDS,
                        List.of("functions.Read:0", "functions.Read:1"),
                        "functions\\.Read:[01]"),
                Arguments.of(
                        Quirk.NINE_CHARACTER_IDS,
                        List.of("Abcdef123", "Abcdef124"),
                        "Abcdef12[34]"),
                Arguments.of(
                        Quirk.NINE_CHARACTER_IDS, List.of("call:1", "call:2"), "[a-zA-Z0-9]{9}"),
                Arguments.of(
                        Quirk.TOP_K,
                        List.of("functions.Read:0", "functions.Read:1"),
                        "toolu_[0-9a-f]{24}"),
                Arguments.of(
                        Quirk.TOP_K, List.of("x".repeat(50), "call_2"), "toolu_gw_.{24}|call_2"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areTheSameEachTurn(Quirk quirk, List<String> given, String expected) {
        var messages = new ArrayList<String>();
        messages.add("{\"role\":\"user\",\"content\":\"Go\"}");
        var before = new ArrayList<JsonNode>();
        for (int turn = 0; turn < given.size(); turn++) {
            var call = call(messages, quirk);
            before = sent(call, before);
            var answer = answered(call, given.get(turn), "req_" + turn);
            var id = answer.at("/content/0/id").textValue();
            assertThat(id).matches("[a-zA-Z0-9_-]{1,64}");
            messages.add("{\"role\":\"assistant\",\"content\":" + answer.get("content") + "}");
            messages.add(
                    "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\""
                            + id
                            + "\",\"content\":\"ok\"}]}");
        }
        var last = sent(call(messages, quirk), before);
        assertThat(last).hasSize(5);
        for (int i = 1; i < last.size(); i += 2) {
            var id = last.get(i).at("/tool_calls/0/id").textValue();
            assertThat(id).matches(expected);
            assertThat(last.get(i + 1).get("tool_call_id").textValue()).isEqualTo(id);
        }
        assertThat(last.get(1)).isNotEqualTo(last.get(3));
    }

    private static TranslatedCall call(List<String> messages, Quirk quirk) {
        var body =
                "{\"max_tokens\":9,\"tools\":[{\"name\":\"Read\",\"input_schema\":{}}],\"messages\":["
                        + String.join(",", messages)
                        + "]}";
        return new TranslatedCall(
                new Anthropic().readRequest(body.getBytes(UTF_8)),
                new Chat(),
                Upstream.of("m", quirk),
                Seals.SEAL);
    }

    /** The messages of the request, which begin with those of the one before. */
    private static ArrayList<JsonNode> sent(TranslatedCall call, List<JsonNode> before) {
        var messages = new ArrayList<JsonNode>();
        ChatRules.parse(call.request().body()).get("messages").forEach(messages::add);
        assertThat(messages.subList(0, before.size())).isEqualTo(before);
        return messages;
    }

    /** What the client gets of a completion that calls one tool. */
    private static JsonNode answered(TranslatedCall call, String id, String requestId) {
        var reply =
                call.reply(
                        false,
                        new Anthropic(),
                        false,
                        new AnswerContext(requestId, Target.of("house/m"), 1, false, 0));
        var completion =
                "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\""
                        + id
                        + "\",\"function\":{\"name\":\"Read\",\"arguments\":\"{}\"}}]},"
                        + "\"finish_reason\":\"tool_calls\"}]}";
        reply.read(completion.getBytes(UTF_8));
        return ChatRules.parse(reply.end());
    }
}
