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

        /** The subscriber has taken all there was and wants more: read on. Not before the start. */
        void resume();

        /**
         * The subscriber has left: stop reading, close the connection. Not called before the start,
         * nor after the last frame was delivered.
         */
        void cancel();
    }

    private final Source source;
    private final ArrayDeque<ReplyFrame> waiting = new ArrayDeque<>();
    private Flow.@Nullable Subscriber<? super ReplyFrame> subscriber;
    private long demand;
    private boolean started;
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
            started = true;
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
            boolean last = frame instanceof ReplyFrame.End || frame instanceof ReplyFrame.Failure;
            ended = last;
            hand(frame, receiver);
            if (last) {
                waiting.clear();
                receiver.onComplete();
            }
        }
        delivering = false;
    }

    /** A subscriber that throws has left, as the Flow contract wants it; the fault is its own. */
    private void hand(ReplyFrame frame, Flow.Subscriber<? super ReplyFrame> receiver) {
        try {
            receiver.onNext(frame);
        } catch (RuntimeException | Error fault) {
            leave();
            throw fault;
        }
    }

    private void leave() {
        if (!ended) {
            ended = true;
            waiting.clear();
            if (started) {
                source.cancel();
            }
        }
    }

    private final class Demand implements Flow.Subscription {

        @Override
        public void request(long frames) {
            if (frames <= 0) {
                refuse(frames);
                return;
            }
            demand += frames;
            if (demand < 0) {
                demand = Long.MAX_VALUE;
            }
            deliver();
            if (started && wantsMore()) {
                source.resume();
            }
        }

        private void refuse(long frames) {
            var receiver = subscriber;
            if (!ended && receiver != null) {
                leave();
                receiver.onError(
                        new IllegalArgumentException("nobody can ask for " + frames + " frames"));
            }
        }

        @Override
        public void cancel() {
            leave();
        }
    }
}
