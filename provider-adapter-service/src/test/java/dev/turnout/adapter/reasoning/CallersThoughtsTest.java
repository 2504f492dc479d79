package dev.turnout.adapter.reasoning;

import static dev.turnout.adapter.reasoning.ReasoningMemoryContract.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.Upstream;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller gets back what one target has thought for him, and for nobody else. */
class CallersThoughtsTest {

    private static final Principal ANNA = new Principal("k1", "anna", null, Rights.ALL);
    private static final Principal BERT = new Principal("k2", "bert", null, Rights.ALL);
    private static final Upstream TARGET = Upstream.of("m", Quirk.ECHO_REASONING);

    private static final String SENT =
            """
            {"messages":[{"role":"user","content":"Go"},{"role":"assistant","content":[%s\
            {"type":"tool_use","id":"t1","name":"Read","input":{"a":%d}}]},\
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1"}]}]}""";

    private final Vertx vertx = Vertx.vertx();
    private final Recollection recollection =
            new Recollection(
                    vertx, new LocalReasoningMemory(), new Metrics(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void theSameCallerAndTargetGetThemBack() {
        answered(thoughts(ANNA, TARGET, true), sent("", 1));

        assertThat(restored(thoughts(ANNA, TARGET, true), sent("", 1)))
                .contains(new Block.Thinking("Hm.", "c2ln"));
    }

    @Test
    void nobodyElseDoes() {
        answered(thoughts(ANNA, TARGET, true), sent("", 1));

        assertThat(restored(thoughts(BERT, TARGET, true), sent("", 1))).hasSize(1);
        assertThat(restored(thoughts(ANNA, Upstream.of("n"), true), sent("", 1))).hasSize(1);
        assertThat(restored(thoughts(ANNA, TARGET, true), sent("", 2))).hasSize(1);
        assertThat(restored(thoughts(ANNA, TARGET, false), sent("", 1))).hasSize(1);
    }

    @Test
    void nothingIsRememberedForAClientThatKeepsThinking() {
        var kept = "{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2ln\"},";
        answered(thoughts(ANNA, TARGET, true), sent(kept, 1));

        assertThat(restored(thoughts(ANNA, TARGET, true), sent("", 1))).hasSize(1);
    }

    private CallersThoughts thoughts(Principal principal, Upstream upstream, boolean wanted) {
        return new CallersThoughts(recollection, principal, upstream, wanted);
    }

    /** The call of {@link #SENT} is made, with a thought before it. */
    private static void answered(CallersThoughts thoughts, Conversation asked) {
        thoughts.stripped(asked);
        var filter = thoughts.noting();
        for (var event :
                List.of(
                        new ReplyEvent.BlockStarted(new ReplyBlock.Thinking()),
                        new ReplyEvent.ThinkingDelta("Hm."),
                        new ReplyEvent.SignatureDelta("c2ln"),
                        new ReplyEvent.BlockStopped(),
                        new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("t1", "Read")),
                        new ReplyEvent.InputDelta("{\"a\": 1}"),
                        new ReplyEvent.BlockStopped(),
                        new ReplyEvent.Stopped("tool_use", null, Usage.NONE))) {
            filter.pass(event, passed -> {});
        }
    }

    private static List<Block> restored(CallersThoughts thoughts, Conversation sent) {
        var conversation = await(thoughts.restored(thoughts.stripped(sent)));
        return conversation.turns().get(1).content();
    }

    private static Conversation sent(String before, int input) {
        return Dialects.client(Dialect.ANTHROPIC)
                .readRequest(SENT.formatted(before, input).getBytes(UTF_8));
    }
}
