package dev.turnout.adapter.reasoning;

import static dev.turnout.adapter.reasoning.ReasoningMemoryContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Against a real Redis, which Maven brings. */
class RedisReasoningMemoryTest implements ReasoningMemoryContract {

    private static final String LOOPBACK = "127.0.0.1";

    private static Vertx vertx;
    private static int port;
    private static RedisServer server;
    private static RedisReasoningMemory memory;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            port = free.getLocalPort();
        }
        server = RedisServer.newRedisServer().bind(LOOPBACK).port(port).build();
        server.start();
        memory = new RedisReasoningMemory(client());
    }

    @AfterAll
    static void stop() throws IOException {
        await(vertx.close());
        server.stop();
    }

    private static Redis client() {
        return Redis.createClient(vertx, "redis://" + LOOPBACK + ":" + port);
    }

    @Override
    public ReasoningMemory memory() {
        return memory;
    }

    @Test
    void whatOneAdapterRemembersAnotherRecalls() {
        await(memory.remember(Map.of("{o}:shared", "text")));

        var other = new RedisReasoningMemory(client());
        assertThat(await(other.recall(List.of("{o}:shared")))).containsValue("text");
    }

    @Test
    void aTextGrowsOldInRedis() {
        await(memory.remember(Map.of("{o}:old", "text")));

        var left = Request.cmd(Command.TTL).arg("turnout:reasoning:{o}:old");
        var seconds = client().send(left).map(reply -> reply == null ? -1 : reply.toLong());
        assertThat(await(seconds)).isBetween(86_000L, 86_400L);
    }

    @Test
    void aRedisThatIsAwayFails() throws IOException {
        int away;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            away = free.getLocalPort();
        }
        var absent = Redis.createClient(vertx, "redis://" + LOOPBACK + ":" + away);

        var failed =
                new RedisReasoningMemory(absent)
                        .recall(List.of("{o}:a"))
                        .map(false)
                        .otherwise(true);

        assertThat(await(failed)).isTrue();
    }
}
