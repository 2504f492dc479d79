package dev.turnout.protocol.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSplitter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a stream of chunks. Servers end it in many ways: {@code [DONE]} or none, usage before,
 * beside or behind the finish reason, or never.
 */
final class ChatReplyStreamDecoder implements ReplyDecoder {

    /** Bytes of one chunk: whole arguments of a call come in one at some servers. */
    private static final int LONGEST_CHUNK = 4 * 1024 * 1024;

    private static final byte[] DONE = "[DONE]".getBytes(US_ASCII);

    private final SseSplitter splitter = new SseSplitter(this::chunk, LONGEST_CHUNK);
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
        int from = event.offset();
        int to = from + event.length();
        if (!event.whole()) {
            answer.fail("sent an event beyond all measure.");
        } else if (Arrays.equals(event.bytes(), from, to, DONE, 0, DONE.length)) {
            answer.stop();
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
                answer.fail("sent an event that is no JSON object. Try again.");
            }
            return; // the last event of a stream that was cut is cut itself
        }
        if (chunk.isError() || event.name().equals("error")) {
            answer.fail(event.bytes(), event.offset(), event.length());
        } else {
            answer.add(chunk);
        }
    }
}
