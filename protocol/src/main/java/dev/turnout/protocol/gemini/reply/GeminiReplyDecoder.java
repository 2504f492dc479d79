package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;

/** To be written. */
public final class GeminiReplyDecoder {

    private GeminiReplyDecoder() {}

    public static ReplyDecoder of(boolean stream, AnswerContext context) {
        throw new UnsupportedOperationException("not written yet");
    }
}
