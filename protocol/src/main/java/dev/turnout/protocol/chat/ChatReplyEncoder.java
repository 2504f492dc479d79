package dev.turnout.protocol.chat;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** Writes an answer for a client, in whichever of its two forms it wants. */
final class ChatReplyEncoder {

    private ChatReplyEncoder() {}

    static ReplyEncoder of(boolean stream, AnswerContext context) {
        return stream ? new ChatReplyStreamEncoder(context) : new ChatReplyDocumentEncoder(context);
    }
}
