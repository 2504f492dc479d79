package dev.turnout.protocol.chat;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;

/** Reads a provider's answer, in whichever of its two forms it comes. */
final class ChatReplyDecoder {

    private ChatReplyDecoder() {}

    static ReplyDecoder of(boolean stream, AnswerContext context) {
        return stream ? new ChatReplyStreamDecoder(context) : new ChatReplyDocumentDecoder(context);
    }
}
