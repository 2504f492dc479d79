package dev.turnout.adapter.attempt;

import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.provider.ProviderCall;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The limits on time of one attempt, as timers of its event loop. */
final class Patience {

    /** What has run out. */
    enum Limit {
        /** Nothing meaningful has come since the request. */
        FIRST_EVENT,
        /** Nothing at all has come since the last byte. */
        SILENCE,
        /** The answer is whole, and the connection still open. */
        PARTING,
        /** The caller waits no longer. */
        DEADLINE
    }

    /** Anthropic's clients wait so long, and say so: {@code x-stainless-timeout: 300}. */
    private static final long WHOLE_ANSWER_MILLIS = 300_000;

    /** Where a provider counts no tokens within this, Turnout does. */
    private static final int COUNT_MILLIS = 5_000;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Resilience limits;
    private final Consumer<Limit> expired;
    private final Instant deadline;
    private long deadlineTimer = NO_TIMER;

    /** Of the limit that counts at present; one at a time beside the deadline. */
    private long timer = NO_TIMER;

    private long heardNanos;
    private boolean waiting = true;
    private boolean parting;

    Patience(Vertx vertx, Resilience limits, Instant deadline, Consumer<Limit> expired) {
        this.vertx = vertx;
        this.limits = limits;
        this.deadline = deadline;
        this.expired = expired;
    }

    /** The limits for a call: an answer that is no stream comes only when it is whole. */
    static Resilience limits(Resilience configured, ProviderCall call) {
        return switch (call.operation()) {
            case COUNT_TOKENS ->
                    new Resilience(
                            Math.min(configured.connectMs(), COUNT_MILLIS),
                            Math.min(configured.firstEventMs(), COUNT_MILLIS),
                            Math.min(configured.silenceMs(), COUNT_MILLIS));
            case GENERATE ->
                    call.stream()
                            ? configured
                            : new Resilience(
                                    configured.connectMs(),
                                    Math.max(configured.firstEventMs(), WHOLE_ANSWER_MILLIS),
                                    configured.silenceMs());
            case EMBED -> configured;
        };
    }

    /** The attempt begins: from now on it runs towards its deadline and its first event. */
    void begin() {
        long left = Duration.between(Instant.now(), deadline).toMillis();
        deadlineTimer = vertx.setTimer(Math.max(1, left), late -> expired.accept(Limit.DEADLINE));
        start(limits.firstEventMs(), Limit.FIRST_EVENT);
    }

    /** The answer has begun: from now on it may not fall silent. */
    void begun() {
        heard();
        vertx.cancelTimer(timer);
        listen(limits.silenceMs());
    }

    /** Something has come. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Whether we wait for the provider, rather than it for us. */
    void waiting(boolean now) {
        waiting = now;
        heard();
    }

    /** The answer is whole: its connection may still have to end, and has so long for it. */
    void parting(long millis) {
        if (!parting) {
            parting = true;
            start(millis, Limit.PARTING);
        }
    }

    /** The attempt has ended. */
    void end() {
        vertx.cancelTimer(timer);
        vertx.cancelTimer(deadlineTimer);
    }

    /** One timer for a whole answer: it looks whether it is due, and else sleeps for the rest. */
    private void listen(long millis) {
        timer =
                vertx.setTimer(
                        Math.max(1, millis),
                        ring -> {
                            long silent =
                                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heardNanos);
                            if (!waiting) {
                                listen(limits.silenceMs());
                            } else if (silent >= limits.silenceMs()) {
                                expired.accept(Limit.SILENCE);
                            } else {
                                listen(limits.silenceMs() - silent);
                            }
                        });
    }

    private void start(long millis, Limit limit) {
        vertx.cancelTimer(timer);
        timer =
                vertx.setTimer(
                        Math.max(1, millis),
                        late -> {
                            if (waiting) {
                                expired.accept(limit);
                            } else {
                                start(millis, limit);
                            }
                        });
    }
}
