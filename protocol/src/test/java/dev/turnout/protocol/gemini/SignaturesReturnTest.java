package dev.turnout.protocol.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.Upstream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Gemini answers goes back to it as it came, every signature on its part. */
class SignaturesReturnTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable ReplyBlock open;
    private @Nullable Carried carried;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'functionCall':{'id':'a','name':'F','args':{}},'thoughtSignature':'s'}",
                "{'functionCall':{'id':'a','name':'F','args':{'x':1}},'thoughtSignature':'s'},"
                        + "{'functionCall':{'id':'b','name':'G','args':{}}}",
                "{'text':'I look.'},"
                        + "{'functionCall':{'id':'a','name':'F','args':{}},'thoughtSignature':'s'}",
                "{'text':'I look.','thoughtSignature':'t'},"
                        + "{'functionCall':{'id':'a','name':'F','args':{}},'thoughtSignature':'s'}",
                "{'text':'Hm.','thought':true,'thoughtSignature':'h'},{'text':'I look.'},"
                        + "{'functionCall':{'id':'a','name':'F','args':{}},'thoughtSignature':'s'}",
                "{'functionCall':{'id':'a','name':'F','args':{}},'thoughtSignature':'s'},"
                        + "{'functionCall':{'id':'b','name':'F','args':{}},'thoughtSignature':'u'}"
            })
    void toTheirParts(String quoted) throws IOException {
        var parts = "[" + quoted.replace('\'', '"') + "]";

        read(
                "{\"candidates\":[{\"content\":{\"parts\":"
                        + parts
                        + "},\"finishReason\":\"STOP\"}]}");
        var written = new Gemini().writeRequest(conversation(), Upstream.of("gemini-3.5-flash"));

        assertThat(JSON.readTree(written.body()).at("/contents/1/parts").toString())
                .isEqualTo(JSON.readTree(parts).toString());
    }

    private void read(String document) {
        var context = new AnswerContext("req_1", Target.of("house/m"), 1, false, 0);
        var decoder = new Gemini().replyDecoder(false, context);
        decoder.read(document.getBytes(UTF_8), this::hear);
        decoder.end(this::hear);
    }

    private void hear(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.BlockStarted(var block) -> open = block;
            case ReplyEvent.TextDelta(var more) -> text.append(more);
            case ReplyEvent.ThinkingDelta(var more) -> text.append(more);
            case ReplyEvent.InputDelta(var more) -> text.append(more);
            case ReplyEvent.CarriedDelta(var wanted) -> carried = wanted;
            case ReplyEvent.BlockStopped _ -> {
                blocks.add(block());
                text.setLength(0);
                carried = null;
            }
            case ReplyEvent.Started _,
                    ReplyEvent.SignatureDelta _,
                    ReplyEvent.Stopped _,
                    ReplyEvent.Failed _ -> {}
        }
    }

    private Block block() {
        var said = text.toString();
        return switch (open) {
            case ReplyBlock.Text _ -> new Block.Text(said, false);
            case ReplyBlock.Thinking _ -> new Block.Thinking(said, null, carried);
            case ReplyBlock.ToolUse(var id, var name) ->
                    new Block.ToolUse(id, name, said.isEmpty() ? "{}" : said);
            case null, default -> throw new AssertionError("not expected: " + open);
        };
    }

    /** A question, and the answer as a client sends it back. */
    private Conversation conversation() {
        var asked =
                new Anthropic()
                        .readRequest(
                                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
                                        .getBytes(UTF_8));
        var turns = new ArrayList<>(asked.turns());
        turns.add(new Turn(Turn.Role.ASSISTANT, blocks));
        return new Conversation(
                asked.system(),
                turns,
                asked.tools(),
                asked.toolChoice(),
                asked.sampling(),
                asked.reasoning(),
                asked.format(),
                asked.user(),
                asked.session(),
                asked.stream(),
                asked.streamUsage(),
                asked.dropped());
    }
}
