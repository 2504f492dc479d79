package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.chat.wire.ChatEvents;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSplitter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;

/**
 * Reads a stream of chunks. Servers end it in many ways: {@code [DONE]} or none, usage before,
 * beside or behind the finish reason, or never. Behind a finish reason some write what is no chunk:
 * the answer is whole by then, and stays so.
 */
final class ChatReplyStreamDecoder implements ReplyDecoder {

    private final SseSplitter splitter = new SseSplitter(this::chunk, ChatEvents.LONGEST);
    private final ChatUsage usage = new ChatUsage();
    private final ChatReplyAnswer answer;
    private boolean ended;

    ChatReplyStreamDecoder(AnswerContext context) {
        answer = new ChatReplyAnswer(context, usage);
    }

    @Override
    public void read(byte[] chunk, Consumer<ReplyEvent> events) {
        answer.tell(events);
        splitter.feed(chunk);
    }

    @Override
    public void end(Consumer<ReplyEvent> events) {
        answer.tell(events);
        ended = true;
        splitter.end();
        if (answer.finished()) {
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

    private void chunk(SseEvent event) {
        if (ChatEvents.isDone(event)) {
            answer.stop();
        } else if (!event.whole()) {
            failUnlessFinished("sent an event beyond all measure.");
        } else if (event.length() > 0) {
            json(event);
        }
    }

    private void json(SseEvent event) {
        ChatReplyChunk chunk;
        try {
            chunk = ChatReplyChunk.read(event.bytes(), event.offset(), event.length(), usage);
        } catch (ProblemException notJson) {
            if (!ended) {
                failUnlessFinished("sent an event that is no JSON object. Try again.");
            }
            return; // the last event of a stream that was cut is cut itself
        }
        boolean error = chunk.isError() || event.name().equals("error");
        if (error || (chunk.isComplaint() && !answer.finished())) {
            answer.fail(event.bytes(), event.offset(), event.length());
        } else {
            answer.add(chunk);
        }
    }

    private void failUnlessFinished(String how) {
        if (!answer.finished()) {
            answer.fail(how);
        }
    }
}
