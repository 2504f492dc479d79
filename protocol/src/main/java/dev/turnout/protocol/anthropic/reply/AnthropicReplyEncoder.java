package dev.turnout.protocol.anthropic.reply;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** Writes an answer for a client, in whichever of its two forms it wants. */
public final class AnthropicReplyEncoder {

    private AnthropicReplyEncoder() {}

    /** One encoder is for one answer; {@code stream} is the form that the client wants. */
    public static ReplyEncoder of(boolean stream, AnswerContext context) {
        return stream
                ? new AnthropicReplyStreamEncoder(context)
                : new AnthropicReplyDocumentEncoder(context);
    }
}
