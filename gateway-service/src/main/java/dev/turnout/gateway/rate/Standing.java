package dev.turnout.gateway.rate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * How a bucket stands, by the generic cell rate algorithm (ITU-T I.371): each request puts its
 * bucket one interval ahead of the steady rate, time brings it back, and a burst is how far ahead
 * it may be. There is no window at whose border twice as much could pass.
 *
 * @param aheadMicros how far; from 0 to {@code burst} intervals
 */
public record Standing(Bucket bucket, long aheadMicros) {

    /** As it stands at a time, by what {@link #due} said then. */
    static Standing at(long nowMicros, long dueMicros, Bucket bucket) {
        // What was granted under a greater limit, or before a clock was set back, is forgotten.
        long most = bucket.intervalMicros() * bucket.rate().burst();
        return new Standing(bucket, Math.clamp(dueMicros - nowMicros, 0, most));
    }

    /** When the bucket is back at the steady rate: all that has to be remembered of it. */
    long due(long nowMicros) {
        return nowMicros + aheadMicros;
    }

    boolean passes() {
        return waitMicros() == 0;
    }

    Standing afterOneMore() {
        return new Standing(bucket, aheadMicros + bucket.intervalMicros());
    }

    /** Until the next request may come. */
    private long waitMicros() {
        return Math.max(0, aheadMicros - bucket.intervalMicros() * (bucket.rate().burst() - 1));
    }

    /** Until the next request may come, in whole seconds, rounded up. */
    int waitSeconds() {
        return (int) Math.ceilDiv(waitMicros(), TimeUnit.SECONDS.toMicros(1));
    }

    /** How many more may come at once. */
    long remaining() {
        return bucket.rate().burst() - Math.ceilDiv(aheadMicros, bucket.intervalMicros());
    }

    /** Until the whole burst is there again. */
    Duration untilFull() {
        return Duration.of(aheadMicros, ChronoUnit.MICROS);
    }
}
