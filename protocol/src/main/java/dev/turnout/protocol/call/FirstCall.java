package dev.turnout.protocol.call;

import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;

/** Keeps the first call of an answer whose client takes one at a time. */
public final class FirstCall implements ReplyFilter {

    private boolean called;

    /** Whether the block that is told is a call too many. */
    private boolean surplus;

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        if (event instanceof ReplyEvent.BlockStarted(var block)) {
            boolean call = block instanceof ReplyBlock.ToolUse;
            surplus = call && called;
            called |= call;
        }
        if (!surplus) {
            next.accept(event);
        }
        surplus &= !(event instanceof ReplyEvent.BlockStopped);
    }
}
