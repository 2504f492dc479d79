package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.DocumentDecoding;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.StreamDecoding;

/** Reads a provider's answer, in whichever of its forms it comes. */
public final class GeminiReplyDecoder {

    private GeminiReplyDecoder() {}

    /**
     * One decoder is for one answer; {@code stream} says whether it comes as events. The array of
     * chunks that comes without {@code alt=sse} is a document.
     */
    public static ReplyDecoder of(boolean stream, AnswerContext context) {
        var answer = new GeminiReplyAnswer(context);
        return stream ? new StreamDecoding(answer) : new DocumentDecoding(answer);
    }
}
