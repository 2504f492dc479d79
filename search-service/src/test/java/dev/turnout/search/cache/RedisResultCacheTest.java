package dev.turnout.search.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Against a real Redis, which Maven brings. */
class RedisResultCacheTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration KEEP = Duration.ofSeconds(600);

    private static final CacheKey KEY = new CacheKey("a");
    private static final SearchResult RESULT =
            new SearchResult(
                    "searxng", List.of(new Hit("A page", "https://a.com/", "Its text.", "2026")));

    private final Vertx vertx = Vertx.vertx();

    private int port;
    private RedisServer server;

    @BeforeEach
    void open() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = free.getLocalPort();
        }
        start();
    }

    @AfterEach
    void close() throws IOException {
        server.stop();
        vertx.closeAndAwait();
    }

    private void start() throws IOException {
        server = RedisServer.newRedisServer().bind(LOOPBACK).port(port).build();
        server.start();
    }

    private ReactiveRedisDataSource redis(int at) {
        var client = Redis.createClient(vertx, "redis://" + LOOPBACK + ":" + at);
        return new ReactiveRedisDataSourceImpl(vertx, client, RedisAPI.api(client));
    }

    private RedisResultCache cache(int at) {
        return new RedisResultCache(redis(at), new ObjectMapper(), SOON);
    }

    @Test
    void whatOneReplicaKeepsAnotherKnows() {
        put(cache(port), RESULT);

        assertThat(get(cache(port))).contains(RESULT);
    }

    @Test
    void whatNobodyKeptIsNotThere() {
        assertThat(get(cache(port))).isEmpty();
    }

    @Test
    void aResultGrowsOldInRedis() {
        put(cache(port), RESULT);

        var keys = redis(port).key();
        var kept = keys.keys("turnout:search:*").await().atMost(SOON);

        assertThat(kept).hasSize(1);
        assertThat(keys.ttl(kept.getFirst()).await().atMost(SOON)).isBetween(1L, KEEP.toSeconds());
    }

    @Test
    void whatCannotBeReadIsNotThere() {
        var cache = cache(port);
        put(cache, RESULT);
        var redis = redis(port);
        var kept = redis.key().keys("turnout:search:*").await().atMost(SOON);

        redis.value(String.class)
                .set(kept.getFirst(), "{\"another\":\"version\"}")
                .await()
                .atMost(SOON);

        assertThat(get(cache)).isEmpty();
    }

    @Test
    void withoutRedisNothingIsKeptUntilItIsBack() throws IOException {
        try (var told = new Told()) {
            // Given
            var cache = cache(port);
            put(cache, RESULT);
            server.stop();
            assertThat(get(cache)).isEmpty();
            put(cache, RESULT);
            assertThat(get(cache)).isEmpty();

            // When
            start();

            // Then
            assertThat(comesBack(cache)).isTrue();
            assertThat(get(cache(port))).contains(RESULT);
            assertThat(told.lines)
                    .satisfiesExactly(
                            away -> assertThat(away).startsWith("Redis cannot be asked"),
                            back -> assertThat(back).startsWith("Redis is back"));
        }
    }

    /** Connections that died with Redis are noticed one by one. */
    private static boolean comesBack(ResultCache cache) {
        long until = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < until) {
            put(cache, RESULT);
            if (get(cache).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void oneThatIsSilentIsNotWaitedFor() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            var redis = redis(silent.getLocalPort());
            var cache = new RedisResultCache(redis, new ObjectMapper(), Duration.ofMillis(1));

            assertThat(get(cache)).isEmpty();
            put(cache, RESULT);
        }
    }

    private static void put(ResultCache cache, SearchResult result) {
        cache.put(KEY, result, KEEP).await().atMost(SOON);
    }

    private static Optional<SearchResult> get(ResultCache cache) {
        return cache.get(KEY).await().atMost(SOON);
    }

    /** What the cache writes into the log. */
    private static final class Told extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(RedisResultCache.class.getName());
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Told() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
