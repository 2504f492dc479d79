package dev.turnout.protocol.anthropic;

import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;

/** Reads a provider's answer, in whichever of its two forms it comes. */
final class AnthropicReplyDecoder {

    private AnthropicReplyDecoder() {}

    static ReplyDecoder of(boolean stream, AnswerContext context) {
        return stream
                ? new AnthropicReplyStreamDecoder(context)
                : new AnthropicReplyDocumentDecoder(context);
    }
}
