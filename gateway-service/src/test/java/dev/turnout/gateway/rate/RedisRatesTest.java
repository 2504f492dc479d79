package dev.turnout.gateway.rate;

import static dev.turnout.gateway.rate.RedisUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits.Rate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates that several gateways share in a real Redis. */
class RedisRatesTest implements RateStoreContract {

    private static RedisUnderTest redis;
    private static RedisRates first;
    private static RedisRates second;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisUnderTest.start();
        first = redis.gateway();
        second = redis.gateway();
    }

    @AfterAll
    static void stop() throws IOException {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.ask("FLUSHALL");
    }

    @Override
    public RateStore store() {
        return first;
    }

    @Override
    public int slackSeconds() {
        return 4;
    }

    /** As seen from what is stored, an earlier time is a later now. */
    @Override
    public void pass(Duration time, Bucket bucket) {
        var name = "turnout:rate:" + bucket.name();
        var due = redis.ask("GET", name);
        if (!due.isEmpty()) {
            long micros = TimeUnit.NANOSECONDS.toMicros(time.toNanos());
            redis.ask("SET", name, Long.toString(Long.parseLong(due) - micros));
        }
    }

    @Test
    void twoGatewaysGrantOneBurstTogetherAndNotOneMore() {
        var bucket = key(new Rate(1, 100));
        var rulings = new ArrayList<Future<Ruling>>();
        for (int i = 0; i < 300; i++) {
            rulings.add(first.take(List.of(bucket)));
            rulings.add(second.take(List.of(bucket)));
        }
        await(Future.all(rulings));

        assertThat(rulings.stream().filter(ruling -> ruling.result().granted())).hasSize(100);
        var granted = rulings.stream().map(Future::result).filter(Ruling::granted).toList();
        assertThat(granted.stream().map(ruling -> ruling.tightest().remaining()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRulingComesBackOnTheEventLoopThatAskedForIt() throws Exception {
        var there = new CompletableFuture<Boolean>();
        var loop = redis.vertx.getOrCreateContext();
        loop.runOnContext(
                now ->
                        first.take(List.of(key(new Rate(1, 1))))
                                .onComplete(
                                        ruling -> there.complete(Vertx.currentContext() == loop)));

        assertThat(there.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(loop).matches(Context::isEventLoopContext);
    }

    @Test
    void aBucketIsKeptNoLongerThanItIsOfUse() {
        var bucket = key(new Rate(1, 3));
        take(bucket);
        take(bucket);

        var left = redis.ask("PTTL", "turnout:rate:" + bucket.name());
        assertThat(Long.parseLong(left)).isBetween(110_000L, 120_000L);
    }

    /** A Redis that was started anew, or a replica that took over, knows no scripts. */
    @Test
    void aScriptThatRedisHasForgottenIsSentAgain() {
        var bucket = key(new Rate(1, 2));
        take(bucket);

        redis.ask("SCRIPT", "FLUSH");

        assertThat(take(bucket).tightest().remaining()).isZero();
        assertThat(take(bucket).granted()).isFalse();
    }

    @Test
    void whatLiesInABucketsPlaceIsNoMatter() {
        var bucket = key(new Rate(1, 1));
        redis.ask("SET", "turnout:rate:" + bucket.name(), "no number");

        assertThat(take(bucket).granted()).isTrue();
        assertThat(take(bucket).granted()).isFalse();
    }
}
