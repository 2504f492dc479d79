package dev.turnout.protocol.markup;

import dev.turnout.protocol.toolname.ToolNames;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyFilter;
import dev.turnout.protocol.translate.ReplyIds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lifts calls out of text and thinking, where the server has not read the model's marks. One in a
 * text divides it; those in a thinking follow it, which stays one.
 */
public final class LiftedCalls implements ReplyFilter {

    private final ToolNames names;
    private final AnswerContext context;

    /** The text or thinking that is told; null in any other block. */
    private @Nullable Prose prose;

    private int lifted;

    /**
     * @param names of the tools that may be called
     */
    public LiftedCalls(ToolNames names, AnswerContext context) {
        this.names = names;
        this.context = context;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        switch (event) {
            case ReplyEvent.BlockStarted(var block) -> {
                endText(true, next);
                if (block instanceof ReplyBlock.Text || block instanceof ReplyBlock.Thinking) {
                    prose = new Prose(block);
                } else {
                    next.accept(event);
                }
            }
            case ReplyEvent.TextDelta(var text) when prose != null -> prose.add(text, next);
            case ReplyEvent.ThinkingDelta(var text) when prose != null -> prose.add(text, next);
            case ReplyEvent.SignatureDelta signature when prose != null -> prose.vouch(event, next);
            case ReplyEvent.CarriedDelta carried when prose != null -> prose.vouch(event, next);
            case ReplyEvent.BlockStopped stopped when prose != null -> {
                if (prose.block instanceof ReplyBlock.Thinking) {
                    prose.end(false, next);
                    prose = null;
                }
                // Whether the model had said all of a text, the next event tells.
            }
            case Stopped stopped -> {
                endText(!isLimit(stopped.reason()), next);
                next.accept(lifted == 0 ? stopped : called(stopped));
            }
            default -> next.accept(event);
        }
    }

    private void endText(boolean whole, Consumer<ReplyEvent> next) {
        if (prose != null) {
            prose.end(whole, next);
            prose = null;
        }
    }

    private static boolean isLimit(String reason) {
        return !reason.equals(Stopped.END_TURN) && !reason.equals(Stopped.TOOL_USE);
    }

    private static Stopped called(Stopped stopped) {
        return stopped.reason().equals(Stopped.END_TURN)
                ? new Stopped(Stopped.TOOL_USE, null, stopped.usage())
                : stopped;
    }

    private void tell(MarkedCall call, Consumer<ReplyEvent> next) {
        var id = ReplyIds.lifted(lifted++, context);
        next.accept(new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse(id, call.name())));
        next.accept(new ReplyEvent.InputDelta(call.input()));
        next.accept(new ReplyEvent.BlockStopped());
    }

    /** One block as it came, and what becomes of it. */
    private final class Prose implements MarkupScanner.Listener {

        private final ReplyBlock block;
        private final MarkupScanner scanner = new MarkupScanner(names::tool, this);

        /** White space that it begins with, if more than calls follow. */
        private final StringBuilder blank = new StringBuilder();

        /** Calls within a thinking, which is told to its end first. */
        private final List<MarkedCall> waiting = new ArrayList<>(0);

        private Consumer<ReplyEvent> next = event -> {};
        private boolean told;
        private boolean divided;

        private Prose(ReplyBlock block) {
            this.block = block;
        }

        private void add(String text, Consumer<ReplyEvent> listener) {
            next = listener;
            scanner.add(text);
        }

        /** All of it has been said that there is. */
        private void vouch(ReplyEvent event, Consumer<ReplyEvent> listener) {
            next = listener;
            scanner.end(false);
            start();
            next.accept(event);
        }

        private void end(boolean whole, Consumer<ReplyEvent> listener) {
            next = listener;
            scanner.end(whole);
            if (!divided && waiting.isEmpty()) {
                start();
            }
            if (told) {
                next.accept(new ReplyEvent.BlockStopped());
            }
            waiting.forEach(call -> tell(call, next));
        }

        @Override
        public void text(String text) {
            if (!told && text.isBlank()) {
                blank.append(text);
                return;
            }
            start();
            say(text);
        }

        @Override
        public void call(MarkedCall call) {
            if (block instanceof ReplyBlock.Thinking) {
                waiting.add(call);
                return;
            }
            if (told) {
                next.accept(new ReplyEvent.BlockStopped());
            }
            told = false;
            divided = true;
            blank.setLength(0);
            tell(call, next);
        }

        private void start() {
            if (told) {
                return;
            }
            told = true;
            next.accept(new ReplyEvent.BlockStarted(block));
            if (!blank.isEmpty()) {
                say(blank.toString());
                blank.setLength(0);
            }
        }

        private void say(String text) {
            next.accept(
                    block instanceof ReplyBlock.Thinking
                            ? new ReplyEvent.ThinkingDelta(text)
                            : new ReplyEvent.TextDelta(text));
        }
    }
}
