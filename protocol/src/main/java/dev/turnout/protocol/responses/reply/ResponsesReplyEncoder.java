package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** To be written. */
public final class ResponsesReplyEncoder {

    private ResponsesReplyEncoder() {}

    public static ReplyEncoder of(boolean stream, AnswerContext context) {
        throw new UnsupportedOperationException("not written yet");
    }
}
