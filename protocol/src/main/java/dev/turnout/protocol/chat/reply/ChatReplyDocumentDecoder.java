package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.KeptBody;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/** Reads a completion that is one JSON document, once it is whole. */
final class ChatReplyDocumentDecoder implements ReplyDecoder {

    private final KeptBody body = new KeptBody();
    private final ChatUsage usage = new ChatUsage();
    private final ChatReplyAnswer answer;

    ChatReplyDocumentDecoder(AnswerContext context) {
        answer = new ChatReplyAnswer(context, usage);
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
        ChatReplyChunk completion;
        try {
            completion = ChatReplyChunk.read(bytes, 0, bytes.length, usage);
        } catch (ProblemException cutOrNotJson) {
            return;
        }
        if (completion.isError() || !completion.hasChoices()) {
            answer.fail(bytes, 0, bytes.length);
        } else {
            answer.add(completion);
            answer.stop();
        }
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
