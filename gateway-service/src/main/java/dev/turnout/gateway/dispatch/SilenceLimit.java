package dev.turnout.gateway.dispatch;

import dev.turnout.gateway.LiveGatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How long an adapter may say nothing. It keeps the configured times itself; this is for the
 * adapter that is gone without a word, so it is a little longer.
 */
@ApplicationScoped
public class SilenceLimit {

    private static final long GRACE_MILLIS = 5_000;

    /** Clients wait so long for an answer that comes only when it is whole. */
    private static final long WHOLE_ANSWER_MILLIS = 300_000;

    private final LiveGatewayConfig snapshot;
    private final long graceMillis;

    @Inject
    public SilenceLimit(LiveGatewayConfig snapshot) {
        this(snapshot, GRACE_MILLIS);
    }

    SilenceLimit(LiveGatewayConfig snapshot, long graceMillis) {
        this.snapshot = snapshot;
        this.graceMillis = graceMillis;
    }

    /** Milliseconds until an attempt without any frame is given up. */
    long beforeHeadMillis(boolean stream) {
        var limits = snapshot.resilience();
        long first =
                stream
                        ? limits.firstEventMs()
                        : Math.max(limits.firstEventMs(), WHOLE_ANSWER_MILLIS);
        return limits.connectMs() + first + graceMillis;
    }

    /** Milliseconds between two frames of an answer that has begun. */
    long withinMillis() {
        return snapshot.resilience().silenceMs() + graceMillis;
    }
}
