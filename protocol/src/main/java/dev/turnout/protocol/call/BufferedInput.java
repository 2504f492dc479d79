package dev.turnout.protocol.call;

import dev.turnout.protocol.toolname.ToolNames;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the input of each call until all of it is there, and mends it then. */
public final class BufferedInput implements ReplyFilter {

    private final ToolNames names;
    private final StringBuilder input = new StringBuilder();

    /** The call that is told; null in any other block. */
    private ReplyBlock.@Nullable ToolUse call;

    public BufferedInput(ToolNames names) {
        this.names = names;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        switch (event) {
            case ReplyEvent.BlockStarted(ReplyBlock.ToolUse started) -> {
                call = started;
                next.accept(event);
            }
            case ReplyEvent.InputDelta(var piece) when call != null -> input.append(piece);
            case ReplyEvent.BlockStopped stopped when call != null -> {
                tell(call, next);
                call = null;
                next.accept(event);
            }
            default -> next.accept(event);
        }
    }

    private void tell(ReplyBlock.ToolUse call, Consumer<ReplyEvent> next) {
        var tool = names.tool(call.name());
        var shape = tool == null ? InputShape.ANY : InputShape.of(tool.schema());
        var mended = MendedInput.of(input.toString(), shape);
        input.setLength(0);
        if (!mended.isEmpty()) {
            next.accept(new ReplyEvent.InputDelta(mended));
        }
    }
}
