package dev.turnout.protocol.responses.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Turn.Role;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reasoning that has been restored for the target that it came from. */
class CarriedReasoningTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Block TEXT = new Block.Text("Hi", false);
    private static final Block CALL = new Block.ToolUse("call_1", "Read", "{}");
    private static final Block SEARCH = new Block.ServerToolUse("s1", "web_search", "{}");

    @Test
    void itemsStandAsTheyCameRightBeforeWhatTheyLedTo() throws IOException {
        var written = written(thought("rs_1"), TEXT, thought("rs_2"), CALL);
        assertThat(types(written))
                .containsExactly(
                        "message",
                        "reasoning",
                        "message",
                        "reasoning",
                        "function_call",
                        "function_call_output");
        assertThat(input(written).get(1)).isEqualTo(JSON.readTree(item("rs_1")));
        assertThat(input(written).get(3)).isEqualTo(JSON.readTree(item("rs_2")));
        assertThat(written.dropped()).isEmpty();
    }

    @Test
    void severalBeforeOneItemStayTogether() {
        assertThat(types(written(thought("rs_1"), thought("rs_2"), CALL)))
                .containsExactly(
                        "message",
                        "reasoning",
                        "reasoning",
                        "function_call",
                        "function_call_output");
    }

    /** {@code Item 'rs_…' was provided without its required following item}: OpenAI refuses it. */
    @Test
    void anItemThatLedToNothingThatIsToldIsLeftOut() {
        var last = written(TEXT, thought("rs_1"));
        assertThat(types(last)).containsExactly("message", "message");
        assertThat(last.dropped()).containsExactly("thinking");

        var search = written(thought("rs_1"), SEARCH, thought("rs_2"), TEXT);
        assertThat(types(search)).containsExactly("message", "message", "reasoning", "message");
        assertThat(input(search).get(2).get("id").textValue()).isEqualTo("rs_2");
        assertThat(search.dropped()).containsExactly("thinking");
    }

    @Test
    void whatAnotherDialectCarriesIsNotTold() {
        var other = new Block.Thinking("Hm", null, new Carried("gemini", "{}"));
        var text = new Block.Thinking("Hm", null, new Carried(Carried.TEXT, ""));
        var written = written(other, text, TEXT);
        assertThat(types(written)).containsExactly("message", "message");
        assertThat(written.dropped()).containsExactly("thinking");
    }

    private static Block thought(String id) {
        return new Block.Thinking("Hm", null, new Carried("responses", item(id)));
    }

    private static String item(String id) {
        return "{\"type\":\"reasoning\",\"id\":\""
                + id
                + "\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hm\"}],"
                + "\"encrypted_content\":\"gAAAAAx\"}";
    }

    private static WrittenRequest written(Block... said) {
        var conversation =
                new Conversation(
                        List.of(),
                        List.of(
                                new Turn(Role.USER, List.of(new Block.Text("Go", false))),
                                new Turn(Role.ASSISTANT, List.of(said))),
                        List.of(),
                        null,
                        Sampling.USUAL,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        List.of());
        return ResponsesRequestWriter.write(conversation, Upstream.of("gpt-5.6"));
    }

    private static JsonNode input(WrittenRequest written) {
        try {
            return JSON.readTree(written.body()).get("input");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> types(WrittenRequest written) {
        var types = new ArrayList<String>();
        input(written).forEach(item -> types.add(item.get("type").textValue()));
        return types;
    }
}
