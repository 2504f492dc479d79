package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** Writes an answer for a client, in whichever of its two forms it wants. */
public final class ChatReplyEncoder {

    private ChatReplyEncoder() {}

    /** One encoder is for one answer; {@code stream} is the form that the client wants. */
    public static ReplyEncoder of(boolean stream, AnswerContext context) {
        return stream ? new ChatReplyStreamEncoder(context) : new ChatReplyDocumentEncoder(context);
    }
}
