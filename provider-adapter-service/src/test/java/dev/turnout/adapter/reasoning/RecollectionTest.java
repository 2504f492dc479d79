package dev.turnout.adapter.reasoning;

import static dev.turnout.adapter.reasoning.ReasoningMemoryContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.reasoning.Thought;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits or fails for a memory. */
class RecollectionTest {

    private static final List<Thought> THOUGHTS =
            List.of(new Thought(new Block.Thinking("Hm.", "c2ln"), false));

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final Scripted memory = new Scripted();
    private final Recollection recollection =
            new Recollection(vertx, memory, new Metrics(meters), nanos::get);

    /** Answers as it is told to. */
    private static final class Scripted implements ReasoningMemory {

        private Future<Map<String, String>> answer = Future.succeededFuture(Map.of());
        private Future<Void> remembering = Future.succeededFuture();
        private final Map<String, String> remembered = new HashMap<>();
        private int asked;

        @Override
        public Future<Map<String, String>> recall(List<String> keys) {
            asked++;
            return answer;
        }

        @Override
        public Future<Void> remember(Map<String, String> texts) {
            remembered.putAll(texts);
            return remembering;
        }
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void whatWasRememberedIsRecalled() {
        recollection.remember(Map.of("k", THOUGHTS));
        memory.answer = Future.succeededFuture(memory.remembered);

        assertThat(await(recollection.recall(List.of("k")))).isEqualTo(Map.of("k", THOUGHTS));
        assertThat(counted("recalled")).isEqualTo(1);
    }

    @Test
    void whatIsUnreadableIsNothing() {
        memory.answer = Future.succeededFuture(Map.of("k", "{"));

        assertThat(await(recollection.recall(List.of("k")))).isEqualTo(Map.of("k", List.of()));
    }

    @Test
    void aMemoryThatFailsIsLeftAloneForASecond() {
        memory.answer = Future.failedFuture("gone");

        assertThat(await(recollection.recall(List.of("k")))).isEmpty();
        assertThat(await(recollection.recall(List.of("k")))).isEmpty();
        recollection.remember(Map.of("k", THOUGHTS));
        assertThat(memory.asked).isEqualTo(1);
        assertThat(memory.remembered).isEmpty();
        assertThat(counted("unreachable")).isEqualTo(2);
        assertThat(counted("not_remembered")).isEqualTo(1);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        memory.answer = Future.succeededFuture(Map.of());
        assertThat(await(recollection.recall(List.of("k")))).isEmpty();
        assertThat(memory.asked).isEqualTo(2);
        assertThat(counted("unknown")).isEqualTo(1);
    }

    @Test
    void aMemoryThatHangsIsNotWaitedFor() {
        memory.answer = Promise.<Map<String, String>>promise().future();

        assertThat(await(recollection.recall(List.of("k")))).isEmpty();
        assertThat(counted("unreachable")).isEqualTo(1);
    }

    @Test
    void whatCannotBeRememberedIsCounted() {
        memory.remembering = Future.failedFuture("full");
        var large = new Thought(new Block.Thinking("x".repeat(256 << 10), "c2ln"), false);

        recollection.remember(Map.of("k", THOUGHTS));
        recollection.remember(Map.of("k", List.of(large)));

        assertThat(counted("not_remembered")).isEqualTo(1);
        assertThat(counted("too_large")).isEqualTo(1);
    }

    @Test
    void theAnswerComesOnTheEventLoopThatAsked() {
        var elsewhere = Promise.<Map<String, String>>promise();
        memory.answer = elsewhere.future();
        var here = Promise.<Context>promise();
        var loop = vertx.getOrCreateContext();
        loop.runOnContext(
                now -> {
                    recollection
                            .recall(List.of("k"))
                            .onComplete(found -> here.complete(Vertx.currentContext()));
                    Thread.ofPlatform().start(() -> elsewhere.complete(Map.of()));
                });

        assertThat(await(here.future())).isSameAs(loop);
    }

    private long counted(String outcome) {
        return Math.round(meters.counter("gateway.reasoning", "outcome", outcome).count());
    }
}
