package dev.turnout.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts what comes to this process alone. A bucket that is back at its rate is not kept. */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "memory")
public class MemoryRates implements RateStore {

    /** Whoever comes from so many addresses at once is not stopped by a limit on each of them. */
    static final int MOST_BUCKETS = 100_000;

    private final LongSupplier nowMicros;
    private final Cache<String, Long> due;

    @Inject
    public MemoryRates() {
        this(() -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    /**
     * @param nowMicros a clock that may begin anywhere
     */
    MemoryRates(LongSupplier nowMicros) {
        this.nowMicros = nowMicros;
        this.due =
                Caffeine.newBuilder()
                        .maximumSize(MOST_BUCKETS)
                        .executor(Runnable::run)
                        .ticker(() -> TimeUnit.MICROSECONDS.toNanos(nowMicros.getAsLong()))
                        .expireAfter(Expiry.<String, Long>writing((name, due) -> until(due)))
                        .build();
    }

    private Duration until(long due) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(due - nowMicros.getAsLong()));
    }

    @Override
    public Future<Ruling> take(List<Bucket> buckets) {
        return Future.succeededFuture(rule(buckets));
    }

    /** One at a time, so that all buckets of a request are seen as they stand together. */
    synchronized Ruling rule(List<Bucket> buckets) {
        long now = nowMicros.getAsLong();
        var before = buckets.stream().map(bucket -> standing(now, bucket)).toList();
        if (!before.stream().allMatch(Standing::passes)) {
            return new Ruling(false, before);
        }
        var after = before.stream().map(Standing::afterOneMore).toList();
        after.forEach(standing -> due.put(standing.bucket().name(), standing.due(now)));
        return new Ruling(true, after);
    }

    private Standing standing(long now, Bucket bucket) {
        var known = due.getIfPresent(bucket.name());
        return Standing.at(now, known == null ? now : known, bucket);
    }

    /** How many buckets are remembered. */
    long size() {
        due.cleanUp();
        return due.estimatedSize();
    }
}
