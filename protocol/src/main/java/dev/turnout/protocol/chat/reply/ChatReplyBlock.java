package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/** A block of the answer, as much of it as has come. */
sealed interface ChatReplyBlock permits ChatReplyProse, ChatReplyCall {

    /** Tells what has come and not been told, as far as it can be told yet. */
    void tell(Consumer<ReplyEvent> events);

    /** Whether nothing more is to be expected once another block has begun. */
    boolean isWhole();

    /**
     * Tells the rest, and that it ends.
     *
     * @param cut whether the model would have gone on
     */
    void end(boolean cut, Consumer<ReplyEvent> events);
}
