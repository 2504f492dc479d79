package dev.turnout.adapter.reasoning;

import dev.turnout.contracts.ProblemException;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.reasoning.Thought;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Thoughts in the memory, without anybody waiting or failing for it: one that is away or slow costs
 * only what it would have brought, and then is left alone for a second.
 */
@ApplicationScoped
public class Recollection {

    private static final Logger LOG = Logger.getLogger(Recollection.class);

    /** A request waits no longer. */
    private static final long PATIENCE_MILLIS = 150;

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Characters of what is remembered for one call. */
    private static final int MOST = 256 << 10;

    private final Vertx vertx;
    private final ReasoningMemory memory;
    private final Metrics metrics;
    private final LongSupplier nowNanos;
    private final AtomicBoolean lossTold = new AtomicBoolean();

    private volatile long pausedSince;

    @Inject
    public Recollection(Vertx vertx, ReasoningMemory memory, Metrics metrics) {
        this(vertx, memory, metrics, System::nanoTime);
    }

    /**
     * @param nowNanos a clock that may begin anywhere
     */
    Recollection(Vertx vertx, ReasoningMemory memory, Metrics metrics, LongSupplier nowNanos) {
        this.vertx = vertx;
        this.memory = memory;
        this.metrics = metrics;
        this.nowNanos = nowNanos;
        this.pausedSince = nowNanos.getAsLong() - PAUSE_NANOS;
    }

    /** What is remembered by these keys, on the caller's event loop. Never fails. */
    Future<Map<String, List<Thought>>> recall(List<String> keys) {
        if (isPaused()) {
            metrics.reasoning("unreachable");
            return Future.succeededFuture(Map.of());
        }
        return patiently(memory.recall(keys))
                .map(
                        texts -> {
                            found();
                            return counted(thoughts(texts));
                        })
                .otherwise(
                        fault -> {
                            lost(fault);
                            metrics.reasoning("unreachable");
                            return Map.of();
                        });
    }

    /** Remembers in its own time. */
    void remember(Map<String, List<Thought>> thoughts) {
        var texts = new HashMap<String, String>();
        thoughts.forEach(
                (key, noted) -> {
                    var text = Thought.written(noted);
                    if (text.length() <= MOST) {
                        texts.put(key, text);
                    } else {
                        metrics.reasoning("too_large");
                    }
                });
        if (texts.isEmpty()) {
            return;
        }
        if (isPaused()) {
            metrics.reasoning("not_remembered");
            return;
        }
        memory.remember(texts)
                .onFailure(
                        fault -> {
                            lost(fault);
                            metrics.reasoning("not_remembered");
                        });
    }

    private Map<String, List<Thought>> counted(Map<String, List<Thought>> found) {
        metrics.reasoning(found.isEmpty() ? "unknown" : "recalled");
        return found;
    }

    private static Map<String, List<Thought>> thoughts(Map<String, String> texts) {
        var thoughts = new HashMap<String, List<Thought>>();
        texts.forEach((key, text) -> thoughts.put(key, read(text)));
        return thoughts;
    }

    private static List<Thought> read(String text) {
        try {
            return Thought.read(text);
        } catch (ProblemException notOurs) {
            return List.of();
        }
    }

    /** The same on the caller's event loop, and in time or not at all. */
    private <T> Future<T> patiently(Future<T> asked) {
        if (asked.isComplete()) {
            return asked;
        }
        var context = vertx.getOrCreateContext();
        var answer = Promise.<T>promise();
        long timer = vertx.setTimer(PATIENCE_MILLIS, late -> answer.tryFail("it takes too long"));
        asked.onComplete(
                answered ->
                        context.runOnContext(
                                now -> {
                                    vertx.cancelTimer(timer);
                                    if (answered.succeeded()) {
                                        answer.tryComplete(answered.result());
                                    } else {
                                        answer.tryFail(answered.cause());
                                    }
                                }));
        return answer.future();
    }

    private boolean isPaused() {
        return nowNanos.getAsLong() - pausedSince < PAUSE_NANOS;
    }

    private void lost(Throwable fault) {
        pausedSince = nowNanos.getAsLong();
        if (lossTold.compareAndSet(false, true)) {
            // Without an address, which a connection's own message would name.
            LOG.warnf(
                    "the memory of reasoning cannot be asked (%s): clients that do not send"
                            + " reasoning back go on without it",
                    fault.getClass().getSimpleName());
        }
    }

    private void found() {
        if (lossTold.compareAndSet(true, false)) {
            LOG.info("the memory of reasoning is back");
        }
    }
}
