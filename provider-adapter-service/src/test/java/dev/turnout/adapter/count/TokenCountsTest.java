package dev.turnout.adapter.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Listener;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While every thread that counts is busy. */
class TokenCountsTest {

    private static final int ROOM = 64;

    private final Vertx vertx = Vertx.vertx();
    private final TokenCounts counts = new TokenCounts(vertx);
    private final CountDownLatch busy = new CountDownLatch(1);

    @BeforeEach
    void occupyEveryThread() {
        var workers = vertx.createSharedWorkerExecutor("turnout-count");
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.executeBlocking(
                    () -> {
                        busy.await();
                        return true;
                    },
                    false);
        }
    }

    @AfterEach
    void close() {
        busy.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatNobodyWaitsForIsLetGoAndNotCounted() {
        var prompt = prompt();
        var counted = counts.count(prompt);

        counts.letGo(prompt);

        assertThat(prompt.take()).isNull();
        busy.countDown();
        assertThat(await(counted)).isEmpty();
    }

    @Test
    void whatIsTooMuchIsRefused() {
        var first = prompt();
        counts.count(first);
        for (int i = 1; i < ROOM; i++) {
            assertThat(counts.count(prompt()).failed()).isFalse();
        }

        assertThat(counts.count(prompt()).cause())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
                            assertThat(e.problem().retryAfterSeconds()).isOne();
                        });

        counts.letGo(first);
        counts.letGo(first);
        assertThat(counts.count(prompt()).failed()).isFalse();
        assertThat(counts.count(prompt()).failed()).isTrue();
    }

    @Test
    void whatIsCountedGivesItsRoomBack() {
        busy.countDown();
        for (int i = 0; i <= ROOM; i++) {
            assertThat(await(counts.count(prompt()))).isNotEmpty();
        }
    }

    @Test
    void roomIsForSoManyBytesToo() {
        var room = new CountRoom();

        assertThat(room.enter(32 << 20)).isTrue();
        assertThat(room.enter(32 << 20)).isTrue();
        assertThat(room.enter(1)).isFalse();
        room.leave(32 << 20);
        assertThat(room.enter(1)).isTrue();
    }

    private static Prompt prompt() {
        var body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        return new Prompt(Dialect.ANTHROPIC, "m", body.getBytes(UTF_8));
    }

    private static OptionalLong await(Future<OptionalLong> counted) {
        return Listener.await(counted.toCompletionStage().toCompletableFuture());
    }
}
