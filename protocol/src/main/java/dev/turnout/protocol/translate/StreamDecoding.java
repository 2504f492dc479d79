package dev.turnout.protocol.translate;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSink;
import dev.turnout.protocol.sse.SseSplitter;
import java.util.function.Consumer;

/**
 * Reads an answer that is a stream, of any dialect. Servers end one in many ways; once the model
 * has said that it is done, what comes behind cannot spoil it.
 */
public final class StreamDecoding implements ReplyDecoder {

    private final ReadAnswer answer;
    private final SseSplitter splitter = new SseSplitter(new Events(), SseEvent.LONGEST);
    private boolean ended;

    public StreamDecoding(ReadAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void read(byte[] chunk, Consumer<ReplyEvent> events) {
        answer.teller().tell(events);
        splitter.feed(chunk);
    }

    @Override
    public void end(Consumer<ReplyEvent> events) {
        answer.teller().tell(events);
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
        return answer.teller().usage();
    }

    private void failUnlessFinished(String how) {
        if (!answer.finished()) {
            answer.teller().fail(ProblemCode.PROVIDER_FAILED, how);
        }
    }

    private final class Events implements SseSink {

        @Override
        public boolean wants(String name) {
            return !name.equals("ping");
        }

        @Override
        public void event(SseEvent event) {
            if (event.length() == 0 || !wants(event.name())) {
                return;
            }
            if (event.isDone()) {
                answer.done();
            } else if (!event.whole()) {
                failUnlessFinished("sent an event beyond all measure.");
            } else {
                json(event);
            }
        }

        private void json(SseEvent event) {
            try {
                answer.event(event);
            } catch (ProblemException notJson) {
                if (!ended) { // the last event of a stream that was cut is cut itself
                    failUnlessFinished("sent an event that is no JSON object. Try again.");
                }
            }
        }
    }
}
