package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;

/** To be written. */
public final class ResponsesReplyDecoder {

    private ResponsesReplyDecoder() {}

    public static ReplyDecoder of(boolean stream, AnswerContext context) {
        throw new UnsupportedOperationException("not written yet");
    }
}
