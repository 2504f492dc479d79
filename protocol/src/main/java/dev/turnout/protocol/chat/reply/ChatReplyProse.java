package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.translate.HeldText;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/** A text, or what the model thinks. */
final class ChatReplyProse implements ChatReplyBlock {

    private final boolean thinking;
    private final StringBuilder held;
    private final ChatReplyCarried carried = new ChatReplyCarried();
    private boolean told;

    ChatReplyProse(boolean thinking, String beginning) {
        this.thinking = thinking;
        this.held = new StringBuilder(beginning);
    }

    boolean thinking() {
        return thinking;
    }

    /** What the server wants back of what the model thinks. */
    ChatReplyCarried carried() {
        return carried;
    }

    void add(String text) {
        held.append(text);
    }

    @Override
    public void tell(Consumer<ReplyEvent> events) {
        tell(HeldText.take(held), events);
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void end(boolean cut, Consumer<ReplyEvent> events) {
        tell(held.toString(), events);
        var wanted = carried.told();
        if (wanted != null) {
            start(events);
            events.accept(new ReplyEvent.CarriedDelta(wanted));
        }
        events.accept(new ReplyEvent.BlockStopped());
    }

    private void tell(String text, Consumer<ReplyEvent> events) {
        if (text.isEmpty()) {
            return;
        }
        start(events);
        events.accept(
                thinking ? new ReplyEvent.ThinkingDelta(text) : new ReplyEvent.TextDelta(text));
    }

    private void start(Consumer<ReplyEvent> events) {
        if (!told) {
            told = true;
            events.accept(
                    new ReplyEvent.BlockStarted(
                            thinking ? new ReplyBlock.Thinking() : new ReplyBlock.Text()));
        }
    }
}
