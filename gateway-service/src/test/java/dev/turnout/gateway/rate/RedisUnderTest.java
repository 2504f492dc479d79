package dev.turnout.gateway.rate;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, and gateways' stores that ask it. */
final class RedisUnderTest implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long HANG_MILLIS = 20_000;

    final Vertx vertx = Vertx.vertx();
    private final Redis direct;
    private final int port;
    private final List<RedisRates> stores = new ArrayList<>();
    private RedisServer server;

    private RedisUnderTest(int port) throws IOException {
        this.port = port;
        this.direct = client();
        this.server = server();
    }

    static RedisUnderTest start() throws IOException {
        var redis = stopped();
        redis.resume();
        return redis;
    }

    /** One that is away. */
    static RedisUnderTest stopped() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return new RedisUnderTest(free.getLocalPort());
        }
    }

    private RedisServer server() throws IOException {
        return RedisServer.newRedisServer().bind(LOOPBACK).port(port).setting("save \"\"").build();
    }

    void stop() throws IOException {
        server.stop();
    }

    /** Starts it, empty. */
    void resume() throws IOException {
        server = server();
        server.start();
    }

    /** The store of one more gateway, which has found Redis if it is there; however slow it is. */
    RedisRates gateway() {
        return start(new RedisRates(vertx, client(), HANG_MILLIS));
    }

    /** The same with the patience of a real one. */
    RedisRates impatientGateway() {
        return start(new RedisRates(vertx, client()));
    }

    private RedisRates start(RedisRates store) {
        stores.add(store);
        await(store.start());
        return store;
    }

    private Redis client() {
        return Redis.createClient(vertx, "redis://" + LOOPBACK + ":" + port);
    }

    /** What Redis answers when it is asked directly; nothing is an empty text. */
    String ask(String command, String... arguments) {
        var request = Request.cmd(Command.create(command));
        for (var argument : arguments) {
            request.arg(argument);
        }
        return await(direct.send(request).map(reply -> reply == null ? "" : reply.toString()));
    }

    /** Returns once its only gateway has shown itself so many times more. */
    void awaitBeats(int beats) {
        var last = beat();
        for (int heard = 0; heard < beats; ) {
            var now = beat();
            if (!now.equals(last)) {
                last = now;
                heard++;
            }
        }
    }

    private String beat() {
        return ask("ZRANGE", "turnout:gateways", "0", "-1", "WITHSCORES");
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(HANG_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() throws IOException {
        stores.forEach(RedisRates::stop);
        await(vertx.close());
        server.stop();
    }
}
