package dev.turnout.gateway.rate;

import static dev.turnout.gateway.rate.RedisUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.gateway.ledger.CapturedLog;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While Redis is away or slow, requests go on, each gateway grants its share, and says so once. */
class RedisLossTest {

    private static final Bucket BUCKET = Bucket.ofKey("k7", "anna", new Rate(1, 10));

    private CapturedLog log;

    @BeforeEach
    void listen() {
        log = CapturedLog.of(RedisRates.class.getName());
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aGatewayThatLosesRedisGrantsItsShareUntilItIsBack() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            var first = redis.gateway();
            // This one has seen both.
            var second = redis.gateway();
            assertThat(granted(30, second)).isEqualTo(10);

            redis.stop();
            assertThat(granted(30, second)).isEqualTo(5);
            assertThat(log.next()).contains("1/2 of each limit");
            granted(1, first);
            assertThat(log.next()).startsWith("Redis cannot be asked (");

            redis.resume();
            assertThat(log.next()).startsWith("Redis is back");
            assertThat(log.next()).startsWith("Redis is back");
            assertThat(granted(30, first, second)).isEqualTo(10);
            assertThat(granted(30, first, second)).isZero();
        }
    }

    @Test
    void aLossIsToldOnceAndSoIsTheReturn() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            var store = redis.gateway();

            redis.stop();
            assertThat(granted(100, store)).isEqualTo(10);
            assertThat(log.next()).startsWith("Redis cannot be asked");
            redis.resume();
            assertThat(log.next()).startsWith("Redis is back");
            assertThat(granted(100, store)).isEqualTo(10);

            assertThat(log.isSilent()).isTrue();
        }
    }

    @Test
    void aGatewayThatNeverHasSeenRedisGrantsEveryLimitWhole() throws Exception {
        try (var redis = RedisUnderTest.stopped()) {
            var store = redis.gateway();

            assertThat(granted(100, store)).isEqualTo(10);
            assertThat(log.next())
                    .startsWith("Redis cannot be asked (there is no connection): ")
                    .contains("1/1 of each limit");

            redis.resume();
            assertThat(log.next()).startsWith("Redis is back");
            assertThat(granted(100, store)).isEqualTo(10);
        }
    }

    /** A Redis that is there and does not answer must not cost each request its patience. */
    @Test
    void aRedisThatHangsHoldsUpNobody() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            var store = redis.impatientGateway();

            redis.ask("CLIENT", "PAUSE", "2500");
            assertThat(granted(1, store)).isEqualTo(1);
            assertThat(log.next()).startsWith("Redis cannot be asked (it takes too long)");
            assertThat(granted(100, store)).isEqualTo(9);

            assertThat(log.next()).startsWith("Redis is back");
        }
    }

    @Test
    void aRedisThatMayNotBeWrittenToIsAwayAsWell() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            var store = redis.gateway();

            redis.ask("REPLICAOF", "127.0.0.1", "1");
            assertThat(granted(30, store)).isEqualTo(10);
            assertThat(log.next()).contains("READONLY");

            redis.ask("REPLICAOF", "NO", "ONE");
            assertThat(log.next()).startsWith("Redis is back");
        }
    }

    /** The beat is allowed and the buckets are not: then no beat tells that Redis is back. */
    @Test
    void aRedisThatForbidsTheBucketsIsAwayUntilItAllowsThem() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            var store = redis.gateway();

            redis.ask("ACL", "SETUSER", "default", "resetkeys", "~turnout:gateways");
            assertThat(granted(30, store)).isEqualTo(10);
            assertThat(log.next()).contains("NOPERM");
            redis.awaitBeats(4);
            assertThat(log.isSilent()).isTrue();

            redis.ask("ACL", "SETUSER", "default", "allkeys");
            assertThat(log.next()).startsWith("Redis is back");
        }
    }

    @Test
    void aProbeLeavesNothingBehind() throws Exception {
        try (var redis = RedisUnderTest.start()) {
            redis.gateway();

            // Redis goes by its own clock.
            redis.ask("DEBUG", "SLEEP", "0.01");
            assertThat(redis.ask("KEYS", "turnout:*")).isEqualTo("[turnout:gateways]");
        }
    }

    /** Sends so many requests side by side, to one gateway after the other, and counts. */
    private static long granted(int requests, RedisRates... gateways) {
        var rulings =
                Stream.iterate(0, i -> i + 1)
                        .limit(requests)
                        .map(i -> gateways[i % gateways.length].take(List.of(BUCKET)))
                        .toList();
        await(Future.all(rulings));
        return rulings.stream().filter(ruling -> ruling.result().granted()).count();
    }
}
