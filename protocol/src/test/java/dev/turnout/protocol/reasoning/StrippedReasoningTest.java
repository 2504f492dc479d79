package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was noted before the calls of an answer comes back to where it stood. */
class StrippedReasoningTest {

    private static final Target ORIGIN = Target.of("house/m");
    private static final Carried CARRIED = new Carried("gemini", "\"c2ln\"");

    private static final Block A = new Block.ToolUse("t1", "Read", "{\"a\":1}");
    private static final Block B = new Block.ToolUse("t2", "Read", "{\"a\":2}");
    private static final Block SAID = new Block.Text("Reading.", false);
    private static final Block RESULT = new Block.ToolResult("t1", List.of(), false);
    private static final Block SEALED = sealed("Hm.");
    private static final Block SIGNED = new Block.Thinking("Hm.", "c2ln");
    private static final Block REDACTED = new Block.RedactedThinking("ZGF0");

    @Test
    void thinkingComesBackBeforeItsCall() {
        assertComesBack(List.of(SEALED, A), List.of(A));
        assertComesBack(List.of(SEALED, SAID, A), List.of(SAID, A));
        assertComesBack(List.of(SAID, SEALED, A), List.of(SAID, A));
        assertComesBack(List.of(SEALED, A, B), List.of(A, B));
        assertComesBack(List.of(A, SEALED, B), List.of(A, B));
        assertComesBack(List.of(SIGNED, REDACTED, A, SEALED, SAID, B), List.of(A, SAID, B));
    }

    @Test
    void whatTheClientKeptWithoutItsSignatureGoes() {
        assertComesBack(
                List.of(SEALED, SAID, A), List.of(new Block.Thinking("Hm.", null), SAID, A));
    }

    @Test
    void thinkingBehindTheLastCallIsOfNoUse() {
        assertThat(noted(false, SAID, A, SEALED)).isEmpty();
    }

    @Test
    void textAloneIsNotedOnlyForThoseThatWantIt() {
        var text = new Block.Thinking("Hm.", Seals.SEAL.seal(ORIGIN, "Hm.", text()));
        var nothing = new Block.Thinking("", Seals.SEAL.seal(ORIGIN, "", text()));

        assertThat(noted(false, text, A)).isEmpty();
        assertThat(noted(true, text, A)).hasSize(1);
        assertThat(noted(true, nothing, A)).isEmpty();
    }

    @Test
    void anAnswerThatIsNotWholeIsNotNoted() {
        var told = new LinkedHashMap<ReasonedCall, List<Thought>>();
        var filter = new ThoughtsBeforeCalls(true, told::putAll);

        events(SEALED, A).forEach(event -> filter.pass(event, next -> {}));

        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsLookedForWhereTheClientKeepsThinking() {
        assertThat(calls(turn(SAID, A), user(), turn(B))).containsExactly(called(A), called(B));
        assertThat(calls(turn(SEALED, A), user(), turn(B))).isEmpty();
        assertThat(calls(turn(A), user(), turn(SIGNED, B))).isEmpty();
        assertThat(calls(turn(REDACTED), turn(A))).isEmpty();
    }

    @Test
    void aClientThatSendsASignatureBackKeepsThinking() {
        assertThat(StrippedReasoning.isKept(conversation(turn(A), user(), turn(SEALED)))).isTrue();
        assertThat(StrippedReasoning.isKept(conversation(turn(new Block.Thinking("Hm.", ""), A))))
                .isFalse();
    }

    @Test
    void ofMoreCallsThanAnyConversationHasTheLastCount() {
        var turns = new Turn[600];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = turn(new Block.ToolUse("t" + i, "Read", "{}"));
        }

        assertThat(calls(turns))
                .hasSize(512)
                .last()
                .isEqualTo(new ReasonedCall("t599", "Read", "{}"));
    }

    /** Noted, kept as text, found by the client's own way to write the call. */
    private static void assertComesBack(List<Block> answered, List<Block> sent) {
        var kept = new LinkedHashMap<String, String>();
        noted(false, answered.toArray(Block[]::new))
                .forEach(
                        (call, thoughts) ->
                                kept.put(call.fingerprint(), Thought.written(thoughts)));
        var conversation = conversation(new Turn(Turn.Role.ASSISTANT, sent), user());
        var found = new LinkedHashMap<ReasonedCall, List<Thought>>();
        for (var call : StrippedReasoning.calls(conversation)) {
            var written = kept.get(call.fingerprint());
            if (written != null) {
                found.put(call, Thought.read(written));
            }
        }

        var restored = StrippedReasoning.restored(conversation, found);

        assertThat(restored.turns().getFirst().content()).isEqualTo(answered);
        assertThat(restored.turns().getLast()).isEqualTo(user());
    }

    private static Map<ReasonedCall, List<Thought>> noted(boolean textWanted, Block... answered) {
        var told = new LinkedHashMap<ReasonedCall, List<Thought>>();
        var filter = new ThoughtsBeforeCalls(textWanted, told::putAll);
        var passed = new ArrayList<ReplyEvent>();
        var events = events(answered);
        events.add(new ReplyEvent.Stopped("tool_use", null, Usage.NONE));
        events.forEach(event -> filter.pass(event, passed::add));
        assertThat(passed).isEqualTo(events);
        return told;
    }

    private static List<ReplyEvent> events(Block... answered) {
        var events = new ArrayList<ReplyEvent>();
        for (var block : answered) {
            switch (block) {
                case Block.Thinking(var text, var signature, _) -> {
                    events.add(new ReplyEvent.BlockStarted(new ReplyBlock.Thinking()));
                    events.add(new ReplyEvent.ThinkingDelta(text));
                    var carried = Seals.SEAL.open("" + signature, text, ORIGIN);
                    if (carried != null) {
                        events.add(new ReplyEvent.CarriedDelta(carried));
                    }
                    events.add(new ReplyEvent.SignatureDelta("" + signature));
                }
                case Block.RedactedThinking(var data) ->
                        events.add(
                                new ReplyEvent.BlockStarted(new ReplyBlock.RedactedThinking(data)));
                case Block.ToolUse(var id, var name, var input) -> {
                    events.add(new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse(id, name)));
                    events.add(new ReplyEvent.InputDelta(input.substring(0, 2)));
                    events.add(new ReplyEvent.InputDelta(input.substring(2)));
                }
                default -> events.add(new ReplyEvent.BlockStarted(new ReplyBlock.Text()));
            }
            events.add(new ReplyEvent.BlockStopped());
        }
        return events;
    }

    private static Block sealed(String text) {
        return new Block.Thinking(text, Seals.SEAL.seal(ORIGIN, text, CARRIED));
    }

    private static Carried text() {
        return new Carried(Carried.TEXT, "");
    }

    private static ReasonedCall called(Block block) {
        var call = (Block.ToolUse) block;
        return new ReasonedCall(call.id(), call.name(), call.input());
    }

    private static List<ReasonedCall> calls(Turn... turns) {
        return StrippedReasoning.calls(conversation(turns));
    }

    private static Turn turn(Block... blocks) {
        return new Turn(Turn.Role.ASSISTANT, List.of(blocks));
    }

    private static Turn user() {
        return new Turn(Turn.Role.USER, List.of(RESULT));
    }

    private static Conversation conversation(Turn... turns) {
        return Dialects.client(Dialect.ANTHROPIC)
                .readRequest("{\"messages\":[]}".getBytes(UTF_8))
                .with(List.of(turns), List.of());
    }
}
