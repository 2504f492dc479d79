package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.DocumentDecoding;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.StreamDecoding;

/** Reads a provider's answer, in whichever of its two forms it comes. */
public final class ResponsesReplyDecoder {

    private ResponsesReplyDecoder() {}

    /** One decoder is for one answer; {@code stream} is the form in which it comes. */
    public static ReplyDecoder of(boolean stream, AnswerContext context) {
        var answer = new ResponsesReplyAnswer(context);
        return stream ? new StreamDecoding(answer) : new DocumentDecoding(answer);
    }
}
