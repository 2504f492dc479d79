package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One try at one target, as the gateway sees it.
 *
 * <pre>
 *   Connecting ──head──▶ Streaming ──end──▶ Ended
 *       │ failure: the next target              ▲
 *       └───────────────────────────────────────┤
 *                           Streaming ─failure──┘ (no other target: the client has seen content)
 * </pre>
 */
final class Attempt implements Flow.Subscriber<ReplyFrame> {

    private enum State {
        CONNECTING,
        STREAMING,
        ENDED
    }

    private final Exchange exchange;
    private final Target target;
    private State state = State.CONNECTING;
    private long lastFrameNanos = System.nanoTime();
    private Flow.@Nullable Subscription subscription;

    Attempt(Exchange exchange, Target target) {
        this.exchange = exchange;
        this.target = target;
    }

    Target target() {
        return target;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(ReplyFrame frame) {
        if (state == State.ENDED) {
            return;
        }
        lastFrameNanos = System.nanoTime();
        try {
            take(frame);
        } catch (RuntimeException fault) {
            exchange.crash(fault);
        }
    }

    private void take(ReplyFrame frame) {
        switch (frame) {
            case ReplyFrame.Head head -> {
                state = State.STREAMING;
                exchange.begin(target, head);
                askForMore();
            }
            case ReplyFrame.Bytes bytes -> {
                exchange.relay(bytes);
                askForMore();
            }
            case ReplyFrame.End end -> {
                state = State.ENDED;
                exchange.complete(end);
            }
            case ReplyFrame.Failure(var problem, var usage) -> fail(problem, usage);
        }
    }

    private void fail(Problem problem, Usage usage) {
        boolean streaming = state == State.STREAMING;
        state = State.ENDED;
        if (streaming) {
            exchange.broke(problem, usage);
        } else {
            exchange.failed(target, problem);
        }
    }

    /** A client that is slow to read slows the provider down, and nothing piles up between. */
    private void askForMore() {
        var source = subscription;
        if (source == null) {
            return;
        }
        if (exchange.reply().full()) {
            exchange.reply()
                    .onDrain(
                            () -> {
                                lastFrameNanos = System.nanoTime();
                                source.request(1);
                            });
        } else {
            source.request(1);
        }
    }

    @Override
    public void onError(Throwable fault) {
        if (state != State.ENDED) {
            state = State.ENDED;
            exchange.crash(fault);
        }
    }

    @Override
    public void onComplete() {
        if (state != State.ENDED) {
            var code =
                    state == State.STREAMING
                            ? ProblemCode.STREAM_FAILED
                            : ProblemCode.PROVIDER_FAILED;
            fail(Problem.of(code, "the answer ended without its last frame"), Usage.NONE);
        }
    }

    /** Gives the attempt up if the adapter has been silent for longer than it ever should. */
    void checkSilence(long now, SilenceLimit limit) {
        if (state == State.ENDED || exchange.reply().full()) {
            return;
        }
        long silent = TimeUnit.NANOSECONDS.toMillis(now - lastFrameNanos);
        boolean streaming = state == State.STREAMING;
        if (silent
                > (streaming
                        ? limit.withinMillis()
                        : limit.beforeHeadMillis(exchange.wantsStream()))) {
            cancel();
            var problem =
                    Problem.of(
                            streaming ? ProblemCode.STREAM_FAILED : ProblemCode.PROVIDER_TIMEOUT,
                            "the provider adapter fell silent");
            if (streaming) {
                exchange.broke(problem, Usage.NONE);
            } else {
                exchange.failed(target, problem);
            }
        }
    }

    void cancel() {
        state = State.ENDED;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
