package dev.turnout.protocol.toolname;

import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;

/** Gives the calls of an answer the client's names of the tools. */
public final class MeantNames implements ReplyFilter {

    private final ToolNames names;

    public MeantNames(ToolNames names) {
        this.names = names;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        next.accept(
                event instanceof ReplyEvent.BlockStarted(ReplyBlock.ToolUse(var id, var name))
                        ? new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse(id, names.meant(name)))
                        : event);
    }
}
