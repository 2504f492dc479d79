package dev.turnout.protocol.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstCallTest {

    private static final ReplyEvent STOP = new ReplyEvent.BlockStopped();
    private static final ReplyEvent FIRST =
            new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("1", "Read"));
    private static final ReplyEvent SECOND =
            new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("2", "Read"));
    private static final ReplyEvent TEXT = new ReplyEvent.BlockStarted(new ReplyBlock.Text());
    private static final ReplyEvent SAID = new ReplyEvent.TextDelta("a");
    private static final ReplyEvent INPUT = new ReplyEvent.InputDelta("{}");
    private static final ReplyEvent END =
            new ReplyEvent.Stopped(ReplyEvent.Stopped.TOOL_USE, null, Usage.NONE);

    @Test
    void otherCallsGoAndAllElseStays() {
        assertThat(
                        passed(
                                TEXT, SAID, STOP, FIRST, INPUT, STOP, SECOND, INPUT, STOP, TEXT,
                                SAID, STOP, END))
                .containsExactly(TEXT, SAID, STOP, FIRST, INPUT, STOP, TEXT, SAID, STOP, END);
    }

    @Test
    void aProviderThatObeysIsNotDisturbed() {
        assertThat(passed(FIRST, INPUT, STOP, END)).containsExactly(FIRST, INPUT, STOP, END);
    }

    private static List<ReplyEvent> passed(ReplyEvent... events) {
        var filter = new FirstCall();
        var passed = new ArrayList<ReplyEvent>();
        for (var event : events) {
            filter.pass(event, passed::add);
        }
        return passed;
    }
}
