package dev.turnout.protocol.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyEvent.BlockStarted;
import dev.turnout.protocol.translate.ReplyEvent.BlockStopped;
import dev.turnout.protocol.translate.ReplyEvent.CarriedDelta;
import dev.turnout.protocol.translate.ReplyEvent.SignatureDelta;
import dev.turnout.protocol.translate.ReplyEvent.TextDelta;
import dev.turnout.protocol.translate.ReplyEvent.ThinkingDelta;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No thinking reaches a client unsigned, and what was signed stays as it is. */
class SealedReasoningTest {

    private static final Target ORIGIN = Target.of("house/m");
    private static final ReplyEvent THINKING = new BlockStarted(new ReplyBlock.Thinking());
    private static final ReplyEvent STOP = new BlockStopped();
    private static final Carried CARRIED = new Carried("gemini", "\"c2ln\"");
    private static final Carried TEXT = new Carried(Carried.TEXT, "");

    private final SealedReasoning filter = new SealedReasoning(Seals.SEAL, ORIGIN);

    @Test
    void thinkingIsSealedAsText() {
        assertThat(passed(THINKING, new ThinkingDelta("H"), new ThinkingDelta("m."), STOP))
                .containsExactly(
                        THINKING,
                        new ThinkingDelta("H"),
                        new ThinkingDelta("m."),
                        sealed("Hm.", TEXT),
                        STOP);
    }

    @Test
    void whatTheProviderWantsBackIsSealedWithAllOfTheText() {
        var carried = new CarriedDelta(CARRIED);

        assertThat(passed(THINKING, new ThinkingDelta("H"), carried, new ThinkingDelta("m."), STOP))
                .containsExactly(
                        THINKING,
                        new ThinkingDelta("H"),
                        carried,
                        new ThinkingDelta("m."),
                        sealed("Hm.", CARRIED),
                        STOP);
    }

    @Test
    void oneBlockKnowsNothingOfAnother() {
        var first = List.of(THINKING, new ThinkingDelta("a"), new CarriedDelta(CARRIED), STOP);
        passed(first.toArray(ReplyEvent[]::new));

        assertThat(passed(THINKING, STOP)).containsExactly(THINKING, sealed("", TEXT), STOP);
    }

    @Test
    void aProvidersOwnSignatureStays() {
        ReplyEvent[] signed = {
            THINKING, new ThinkingDelta("Hm."), new SignatureDelta("c2ln"), STOP, THINKING, STOP
        };

        assertThat(passed(signed))
                .startsWith(signed[0], signed[1], signed[2], signed[3])
                .contains(sealed("", TEXT));
    }

    @Test
    void anEmptySignatureIsNone() {
        assertThat(passed(THINKING, new ThinkingDelta("Hm."), new SignatureDelta(""), STOP))
                .containsExactly(THINKING, new ThinkingDelta("Hm."), sealed("Hm.", TEXT), STOP);
    }

    @Test
    void halfAPairIsSealedAsTheClientGetsIt() {
        assertThat(
                        passed(
                                THINKING,
                                new ThinkingDelta("a\ud83d"),
                                new ThinkingDelta("\ude00"),
                                STOP))
                .contains(sealed("a\ufffd\ufffd", TEXT));
    }

    @Test
    void allElsePasses() {
        ReplyEvent[] others = {
            new ReplyEvent.Started("id", "m", Usage.NONE),
            new BlockStarted(new ReplyBlock.RedactedThinking("ZGF0")),
            STOP,
            new BlockStarted(new ReplyBlock.Text()),
            new TextDelta("Hello."),
            STOP,
            new BlockStarted(new ReplyBlock.ToolUse("t1", "Read")),
            new ReplyEvent.InputDelta("{}"),
            STOP,
            new ReplyEvent.Stopped("tool_use", null, Usage.NONE)
        };

        assertThat(passed(others)).containsExactly(others);
    }

    private List<ReplyEvent> passed(ReplyEvent... events) {
        var passed = new ArrayList<ReplyEvent>();
        for (var event : events) {
            filter.pass(event, passed::add);
        }
        return passed;
    }

    private static ReplyEvent sealed(String text, Carried carried) {
        return new SignatureDelta(Seals.SEAL.seal(ORIGIN, text, carried));
    }
}
