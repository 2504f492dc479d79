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

    /**
     * Takes out what can be told: all but half a surrogate pair, whose other half comes with the
     * next piece where tokens are smaller than characters.
     */
    static String take(StringBuilder held) {
        int end = held.length();
        if (end > 0 && Character.isHighSurrogate(held.charAt(end - 1))) {
            end--;
        }
        var text = held.substring(0, end);
        held.delete(0, end);
        return text;
    }
}
