package dev.turnout.gateway.rate;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts for all gateways together, in Redis and by its clock. While Redis is away or slow, each
 * gateway grants its share of every limit, so that no request waits or fails for it.
 *
 * <pre>
 *   alone ──it has answered──▶ together
 *     ▲                           │
 *     └──a fault, or > 100 ms─────┘
 * </pre>
 */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "redis")
public class RedisRates implements RateStore {

    private static final Logger LOG = Logger.getLogger(RedisRates.class);

    private static final RedisScript TAKE = RedisScript.of("take.lua");
    private static final RedisScript BEAT = RedisScript.of("beat.lua");

    private static final String BUCKETS = "turnout:rate:";
    private static final String GATEWAYS = "turnout:gateways";

    /** A request waits no longer for Redis. */
    private static final long PATIENCE_MILLIS = 100;

    /** How often Redis is tried while it is away. */
    private static final long TICK_MILLIS = 1_000;

    /** A new connection needs several round trips. */
    private static final int PATIENCE_TO_CONNECT = 10;

    /** So often in a row a Redis that was lost has to answer, and in half of the patience. */
    private static final int ANSWERS_TO_BE_BACK = 3;

    private static final int TICKS_PER_BEAT = 10;

    /** A burst of one that is there again after a microsecond. */
    private static final List<String> GONE_IN_NO_TIME = List.of("1", "1");

    /** A gateway that has been silent for so long is gone. */
    private static final long GONE_MILLIS = 30_000;

    private final Vertx vertx;
    private final Redis redis;
    private final long patienceMillis;
    private final MemoryRates alone = new MemoryRates();
    private final String gateway = UUID.randomUUID().toString();

    /** The connection by which Redis is asked; null while it is not. */
    private final AtomicReference<@Nullable RedisConnection> link = new AtomicReference<>();

    private volatile int gateways = 1;
    private volatile boolean lossTold;
    private final AtomicBoolean trying = new AtomicBoolean();
    private final AtomicInteger answersInARow = new AtomicInteger();
    private long ticks;
    private long timer;

    @Inject
    public RedisRates(Vertx vertx, Redis redis) {
        this(vertx, redis, PATIENCE_MILLIS);
    }

    RedisRates(Vertx vertx, Redis redis, long patienceMillis) {
        this.vertx = vertx;
        this.redis = redis;
        this.patienceMillis = patienceMillis;
    }

    void start(@Observes StartupEvent started) {
        start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stop();
    }

    /** Completes when Redis has been tried for the first time. */
    Future<Void> start() {
        timer = vertx.setPeriodic(TICK_MILLIS, time -> tick());
        return find();
    }

    void stop() {
        vertx.cancelTimer(timer);
        var last = link.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    @Override
    public Future<Ruling> take(List<Bucket> buckets) {
        var asked = link.get();
        if (asked == null) {
            return Future.succeededFuture(byShare(buckets));
        }
        return TAKE.run(RedisAPI.api(asked), names(buckets), numbers(buckets))
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .map(reply -> ruling(buckets, reply))
                .otherwise(
                        fault -> {
                            lost(asked, fault);
                            return byShare(buckets);
                        });
    }

    private Ruling byShare(List<Bucket> buckets) {
        return alone.rule(buckets.stream().map(bucket -> bucket.share(gateways)).toList());
    }

    private static List<String> names(List<Bucket> buckets) {
        return buckets.stream().map(bucket -> BUCKETS + bucket.name()).toList();
    }

    private static List<String> numbers(List<Bucket> buckets) {
        var numbers = new ArrayList<String>();
        for (var bucket : buckets) {
            numbers.add(Long.toString(bucket.intervalMicros()));
            numbers.add(Integer.toString(bucket.rate().burst()));
        }
        return numbers;
    }

    private static Ruling ruling(List<Bucket> buckets, List<Long> reply) {
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < buckets.size(); i++) {
            standings.add(new Standing(buckets.get(i), reply.get(i + 1)));
        }
        return new Ruling(reply.getFirst() == 1, standings);
    }

    // ── whether Redis is there ──

    /** Each second: keeps this gateway known, or tries to find Redis again. */
    private void tick() {
        if (trying.get()) {
            return;
        }
        var held = link.get();
        if (held == null) {
            find();
        } else if (++ticks % TICKS_PER_BEAT == 0) {
            beat(held).onFailure(fault -> lost(held, fault));
        }
    }

    private Future<Void> find() {
        trying.set(true);
        var connecting = redis.connect();
        return connecting
                .compose(this::probe)
                .timeout(PATIENCE_TO_CONNECT * patienceMillis, TimeUnit.MILLISECONDS)
                .map(
                        answered -> {
                            found(answered);
                            return (Void) null;
                        })
                .otherwise(
                        fault -> {
                            // A connection that comes after all is of no use any more.
                            connecting.onSuccess(RedisConnection::close);
                            answersInARow.set(0);
                            tellLoss(fault);
                            return null;
                        })
                .onComplete(tried -> trying.set(false));
    }

    /** Asks all that requests and beats will ask, since one may be allowed and the other not. */
    private Future<RedisConnection> probe(RedisConnection connection) {
        // What comes and goes at the edge of the patience would be lost and found each second.
        long patience = lossTold ? patienceMillis / 2 : patienceMillis;
        return beat(connection)
                .compose(
                        heard ->
                                TAKE.run(RedisAPI.api(heard), List.of(probed()), GONE_IN_NO_TIME)
                                        .timeout(patience, TimeUnit.MILLISECONDS))
                .map(connection);
    }

    /** A bucket that no request has. */
    private String probed() {
        return BUCKETS + "probe:{" + gateway + "}";
    }

    private Future<RedisConnection> beat(RedisConnection connection) {
        var arguments = List.of(gateway, Long.toString(GONE_MILLIS));
        return BEAT.run(RedisAPI.api(connection), List.of(GATEWAYS), arguments)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .map(
                        reply -> {
                            gateways = Math.toIntExact(reply.getFirst());
                            return connection;
                        });
    }

    private void found(RedisConnection connection) {
        if (lossTold && answersInARow.incrementAndGet() < ANSWERS_TO_BE_BACK) {
            connection.close();
            return;
        }
        link.set(connection);
        if (lossTold) {
            answersInARow.set(0);
            lossTold = false;
            LOG.infof("Redis is back: limits hold over all gateways again (%d seen)", gateways);
        }
    }

    /** Of many requests that notice at once, one says so. */
    private void lost(RedisConnection connection, Throwable fault) {
        if (link.compareAndSet(connection, null)) {
            connection.close();
            tellLoss(fault);
        }
    }

    private void tellLoss(Throwable fault) {
        if (!lossTold) {
            lossTold = true;
            LOG.warnf(
                    "Redis cannot be asked (%s): until it can, this gateway grants 1/%d of each"
                            + " limit on requests by itself",
                    words(fault), gateways);
        }
    }

    /** Without any address, which a connection's own message would name. */
    private static String words(Throwable fault) {
        return switch (fault) {
            case Response said -> said.toString();
            case TimeoutException late -> "it takes too long";
            default -> "there is no connection";
        };
    }
}
