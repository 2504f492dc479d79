package dev.turnout.acceptance.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import redis.embedded.RedisServer;

/** What replicas share: a real Redis and a real PostgreSQL, from binaries that Maven brings. */
final class SharedState implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final RedisServer redis;
    private final int redisPort;
    private final EmbeddedPostgres postgres;

    private SharedState(RedisServer redis, int redisPort, EmbeddedPostgres postgres) {
        this.redis = redis;
        this.redisPort = redisPort;
        this.postgres = postgres;
    }

    static SharedState start() {
        int port = FreePorts.of(1).next();
        try {
            var redis = RedisServer.newRedisServer().bind(LOOPBACK).port(port).build();
            redis.start();
            var postgres = EmbeddedPostgres.builder().start();
            System.out.printf(
                    "Redis on %d and PostgreSQL on %d: embedded binaries, no Docker%n",
                    port, postgres.getPort());
            return new SharedState(redis, port, postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a service finds them. */
    Map<String, String> environment() {
        return Map.of(
                "TURNOUT_REDIS_URL",
                "redis://" + LOOPBACK + ":" + redisPort,
                "TURNOUT_DATABASE_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "TURNOUT_DATABASE_USER",
                "postgres",
                "TURNOUT_DATABASE_PASSWORD",
                "postgres");
    }

    /** Whether PostgreSQL holds an audit entry for the revision; false while there is no table. */
    boolean isAudited(long revision) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var query =
                        connection.prepareStatement(
                                "select actor from audit_entry where revision = ?")) {
            query.setLong(1, revision);
            return query.executeQuery().next();
        } catch (SQLException noTableYet) {
            return false;
        }
    }

    /** Redis forgets everything, as it does when it is new. */
    void forget() {
        try (var redisClient = new Socket(LOOPBACK, redisPort)) {
            redisClient.getOutputStream().write("FLUSHALL\r\n".getBytes(US_ASCII));
            if (redisClient.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis would not forget");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            redis.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
