package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.HeldText;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/** A block of text, or of what the model thinks. It begins when there is more than white space. */
final class ResponsesReplyProse {

    private final boolean thinking;
    private final Consumer<ReplyEvent> events;
    private final StringBuilder held = new StringBuilder();
    private boolean told;

    ResponsesReplyProse(boolean thinking, Consumer<ReplyEvent> events) {
        this.thinking = thinking;
        this.events = events;
    }

    boolean told() {
        return told;
    }

    void add(String text) {
        held.append(text);
        if (told || !held.toString().isBlank()) {
            tell(HeldText.take(held));
        }
    }

    /** Begins it, should it have said nothing. */
    void begin() {
        if (!told) {
            told = true;
            events.accept(
                    new ReplyEvent.BlockStarted(
                            thinking ? new ReplyBlock.Thinking() : new ReplyBlock.Text()));
        }
    }

    /** Tells the rest; nothing at all where there was nothing to be told. */
    void end() {
        if (told) {
            tell(held.toString());
            events.accept(new ReplyEvent.BlockStopped());
        }
    }

    private void tell(String text) {
        if (!text.isEmpty()) {
            begin();
            events.accept(
                    thinking ? new ReplyEvent.ThinkingDelta(text) : new ReplyEvent.TextDelta(text));
        }
    }
}
