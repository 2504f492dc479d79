package dev.turnout.protocol.anthropic.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.anthropic.wire.AnthropicUsage;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.KeptBody;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/** Reads a Message that is one JSON document, once it is whole. */
final class AnthropicReplyDocumentDecoder implements ReplyDecoder {

    private final KeptBody body = new KeptBody();
    private final AnthropicUsage usage = new AnthropicUsage();
    private final AnthropicReplyAnswer answer;

    AnthropicReplyDocumentDecoder(AnswerContext context) {
        answer = new AnthropicReplyAnswer(context, usage);
    }

    @Override
    public void read(byte[] chunk, Consumer<ReplyEvent> events) {
        body.add(chunk);
    }

    @Override
    public void end(Consumer<ReplyEvent> events) {
        answer.tell(events);
        if (body.tooLong()) {
            answer.fail("answered beyond all measure.");
            return;
        }
        var bytes = body.bytes();
        AnthropicReplyStep message;
        try {
            message = AnthropicReplyStep.read(bytes, 0, bytes.length, usage);
        } catch (ProblemException cutOrNotJson) {
            return;
        }
        if (message.isError() || !message.type().equals("message")) {
            answer.fail(bytes, 0, bytes.length);
            return;
        }
        answer.named(message.id(), message.model());
        for (var block : message.blocks()) {
            answer.start(block);
            answer.stopBlock();
        }
        answer.reason(message);
        answer.stop();
    }

    @Override
    public boolean finished() {
        return answer.finished();
    }

    @Override
    public Usage usage() {
        return usage.usage();
    }
}
