package dev.turnout.kit.reply;

import dev.turnout.contracts.provider.ReplyFrame;
import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One reply on its way from the source that reads it to the subscriber that asked for it: keeps the
 * demand, and holds what came before it was wanted. Everything happens on one event loop, so there
 * is nothing to lock.
 */
public final class ReplyPipe implements Flow.Publisher<ReplyFrame> {

    /** Whoever reads the reply from somewhere. */
    public interface Source {

        /** The subscriber has come: begin, and {@link ReplyPipe#send} what comes. */
        void start(ReplyPipe pipe);

        /** The subscriber has taken all there was and wants more: read on. */
        void resume();

        /**
         * The subscriber has left: stop reading, close the connection. Not called after the end.
         */
        void cancel();
    }

    private final Source source;
    private final ArrayDeque<ReplyFrame> waiting = new ArrayDeque<>();
    private Flow.@Nullable Subscriber<? super ReplyFrame> subscriber;
    private long demand;
    private boolean delivering;
    private boolean ended;

    public ReplyPipe(Source source) {
        this.source = source;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ReplyFrame> newcomer) {
        if (subscriber != null) {
            throw new IllegalStateException("a reply has one subscriber");
        }
        subscriber = newcomer;
        newcomer.onSubscribe(new Demand());
        if (!ended) {
            source.start(this);
        }
    }

    /**
     * Passes a frame on, now or when it is wanted. An {@link ReplyFrame.End} or {@link
     * ReplyFrame.Failure} is the last; what is sent after it, or after the subscriber left, is
     * dropped.
     */
    public void send(ReplyFrame frame) {
        if (!ended) {
            waiting.add(frame);
            deliver();
        }
    }

    /** Whether the source should read on; if not, {@link Source#resume} says when. */
    public boolean wantsMore() {
        return !ended && demand > 0 && waiting.isEmpty();
    }

    private void deliver() {
        var receiver = subscriber;
        if (delivering || receiver == null) {
            return;
        }
        delivering = true;
        while (!ended && demand > 0 && !waiting.isEmpty()) {
            var frame = waiting.remove();
            demand--;
            ended = frame instanceof ReplyFrame.End || frame instanceof ReplyFrame.Failure;
            receiver.onNext(frame);
            if (ended) {
                waiting.clear();
                receiver.onComplete();
            }
        }
        delivering = false;
    }

    private final class Demand implements Flow.Subscription {

        @Override
        public void request(long frames) {
            demand += frames;
            if (demand < 0) {
                demand = Long.MAX_VALUE;
            }
            deliver();
            if (wantsMore()) {
                source.resume();
            }
        }

        @Override
        public void cancel() {
            if (!ended) {
                ended = true;
                waiting.clear();
                source.cancel();
            }
        }
    }
}
