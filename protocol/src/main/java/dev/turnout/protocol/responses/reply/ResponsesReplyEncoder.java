package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** Writes an answer for a client, in whichever of its two forms it wants. */
public final class ResponsesReplyEncoder {

    private ResponsesReplyEncoder() {}

    /** One encoder is for one answer; {@code stream} is the form that the client wants. */
    public static ReplyEncoder of(boolean stream, AnswerContext context) {
        return stream
                ? new ResponsesReplyStreamEncoder(context)
                : new ResponsesReplyDocumentEncoder(context);
    }
}
