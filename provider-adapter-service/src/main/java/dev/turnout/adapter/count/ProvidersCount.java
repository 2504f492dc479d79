package dev.turnout.adapter.count;

import dev.turnout.adapter.attempt.OngoingReply;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.ReplyPipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider to count, and has somebody else count where it does not: some servers of the
 * Anthropic dialect have no such endpoint, and a count of ours is better than none.
 */
public final class ProvidersCount implements OngoingReply {

    /** Bytes; a count has some thirty. */
    private static final int LONGEST = 64 << 10;

    private final ReplyPipe pipe;
    private final Runnable otherwise;
    private final List<ReplyFrame> frames = new ArrayList<>();
    private int size;
    private Flow.@Nullable Subscription answer;

    /**
     * A count that nobody has been asked for yet.
     *
     * @param pipe takes the provider's answer, once it is whole and is a count
     * @param otherwise runs where it is none
     */
    public ProvidersCount(ReplyPipe pipe, Runnable otherwise) {
        this.pipe = pipe;
        this.otherwise = otherwise;
    }

    /** Asks. {@code attempt} begins the attempt that answers into the pipe it is given. */
    public void ask(Function<ReplyPipe, OngoingReply> attempt) {
        new ReplyPipe(new Asked(attempt)).subscribe(new Listener());
    }

    @Override
    public void resume() {}

    @Override
    public void cancel() {
        if (answer != null) {
            answer.cancel();
        }
    }

    private void heard(ReplyFrame frame) {
        frames.add(frame);
        switch (frame) {
            case ReplyFrame.Head head -> {}
            case ReplyFrame.Bytes bytes -> keep(bytes);
            case ReplyFrame.End end -> {
                if (isCount()) {
                    frames.forEach(pipe::send);
                } else {
                    otherwise.run();
                }
            }
            case ReplyFrame.Failure failure -> otherwise.run();
        }
    }

    private void keep(ReplyFrame.Bytes bytes) {
        size += bytes.payload().length;
        if (size > LONGEST) {
            cancel();
            frames.clear();
            otherwise.run();
        }
    }

    private boolean isCount() {
        return frames.getFirst() instanceof ReplyFrame.Head(var status, var headers)
                && status == 200;
    }

    private final class Listener implements Flow.Subscriber<ReplyFrame> {

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            answer = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ReplyFrame frame) {
            heard(frame);
        }

        @Override
        public void onError(Throwable fault) {
            otherwise.run();
        }

        @Override
        public void onComplete() {}
    }

    /** The attempt, for as long as its answer is wanted. */
    private static final class Asked implements ReplyPipe.Source {

        private final Function<ReplyPipe, OngoingReply> begin;
        private @Nullable OngoingReply attempt;

        Asked(Function<ReplyPipe, OngoingReply> begin) {
            this.begin = begin;
        }

        @Override
        public void start(ReplyPipe inner) {
            attempt = begin.apply(inner);
        }

        @Override
        public void resume() {
            if (attempt != null) {
                attempt.resume();
            }
        }

        @Override
        public void cancel() {
            if (attempt != null) {
                attempt.cancel();
            }
        }
    }
}
