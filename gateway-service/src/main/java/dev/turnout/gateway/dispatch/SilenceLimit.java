package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How long an adapter may say nothing. It keeps the configured times itself; this is for the
 * adapter that is gone without a word, so it is a little longer.
 */
@ApplicationScoped
public class SilenceLimit implements SnapshotConsumer {

    private final long graceMillis;
    private volatile Resilience resilience = Resilience.DEFAULT;

    public SilenceLimit() {
        this(5_000);
    }

    SilenceLimit(long graceMillis) {
        this.graceMillis = graceMillis;
    }

    @Override
    public String service() {
        return "gateway";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        return () -> resilience = snapshot.config().resilience();
    }

    /** Milliseconds until an attempt without any frame is given up. */
    long beforeHeadMillis() {
        return resilience.connectMs() + resilience.firstEventMs() + graceMillis;
    }

    /** Milliseconds between two frames of an answer that has begun. */
    long withinMillis() {
        return resilience.silenceMs() + graceMillis;
    }
}
