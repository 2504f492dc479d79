package dev.turnout.protocol.chat.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.chat.wire.ChatCarried;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.translate.Upstream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server wants back stands where it came from. */
class ChatCarriedTest {

    private static final Block TEXT = new Block.Text("Hi", false);

    @Test
    void reasoningContentIsAStringAgain() throws IOException {
        var message =
                assistant(
                        thinking("One.", ChatCarried.REASONING_CONTENT, ""),
                        TEXT,
                        thinking("Two.", ChatCarried.REASONING_CONTENT, ""),
                        new Block.ToolUse("a", "Read", "{}"));
        assertThat(message.get("reasoning_content").textValue()).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void whereItIsWantedBesideToolsOnlyItGoesWithoutThem() throws IOException {
        var message =
                assistant(
                        List.of(Quirk.ECHO_REASONING),
                        thinking("One.", ChatCarried.REASONING_CONTENT, ""),
                        TEXT);
        assertThat(message.has("reasoning_content")).isFalse();
    }

    @Test
    void reasoningDetailsAreOneArrayAgain() throws IOException {
        var message =
                assistant(
                        thinking("One.", ChatCarried.REASONING_DETAILS, "[{\"index\":0}]"),
                        TEXT,
                        thinking("", ChatCarried.REASONING_DETAILS, "[{\"a\":\"]\"},{\"b\":[]}]"));
        assertThat(message.get("reasoning_details").toString())
                .isEqualTo("[{\"index\":0},{\"a\":\"]\"},{\"b\":[]}]");
        assertThat(message.has("reasoning_content")).isFalse();
    }

    @Test
    void aCallHasItsSignatureAgainAndNoOtherCallHasIt() throws IOException {
        var extra = "{\"google\":{\"thought_signature\":\"CtcB\"}}";
        var calls =
                assistant(
                                new Block.ToolUse("a", "Read", "{}"),
                                thinking("", ChatCarried.GOOGLE, extra),
                                new Block.ToolUse("b", "Read", "{}"),
                                new Block.ToolUse("c", "Read", "{}"))
                        .get("tool_calls");
        assertThat(calls.get(0).has("extra_content")).isFalse();
        assertThat(calls.get(1).get("extra_content").toString()).isEqualTo(extra);
        assertThat(calls.get(2).has("extra_content")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Carried.TEXT, "encrypted_reasoning"})
    void otherFormsAreNotThisDialects(String form) throws IOException {
        assertThat(assistant(thinking("One.", form, "{}"), TEXT).properties())
                .extracting(field -> field.getKey())
                .containsExactly("role", "content");
    }

    private static Block thinking(String text, String form, String json) {
        return new Block.Thinking(text, null, new Carried(form, json));
    }

    private static JsonNode assistant(Block... said) throws IOException {
        return assistant(List.of(), said);
    }

    /** The message that the blocks become. */
    private static JsonNode assistant(List<Quirk> quirks, Block... said) throws IOException {
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(Turn.Role.USER, List.of(new Block.Text("Go", false))));
        turns.add(new Turn(Turn.Role.ASSISTANT, List.of(said)));
        var written =
                ChatRequestWriter.write(
                        new Conversation(
                                List.of(),
                                turns,
                                List.of(),
                                null,
                                Sampling.USUAL,
                                null,
                                null,
                                null,
                                null,
                                false,
                                false,
                                List.of()),
                        Upstream.of("m", quirks.toArray(Quirk[]::new)));
        return new ObjectMapper().readTree(written.body()).at("/messages/1");
    }
}
