package dev.turnout.protocol.anthropic;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/** Writes an answer for a client, in whichever of its two forms it wants. */
final class AnthropicReplyEncoder {

    private AnthropicReplyEncoder() {}

    static ReplyEncoder of(boolean stream, AnswerContext context) {
        return stream
                ? new AnthropicReplyStreamEncoder(context)
                : new AnthropicReplyDocumentEncoder(context);
    }
}
