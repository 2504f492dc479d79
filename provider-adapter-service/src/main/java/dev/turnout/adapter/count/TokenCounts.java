package dev.turnout.adapter.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.turnout.adapter.upstream.TargetModel;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.count.PartHash;
import dev.turnout.protocol.count.TokenCounter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/** Counts tokens on threads of its own, so that no stream waits for a count. */
@ApplicationScoped
public class TokenCounts {

    /**
     * A client has two parts that last, its system and its tools; an entry is a few dozen bytes.
     */
    private static final int REMEMBERED = 10_000;

    private final WorkerExecutor workers;
    private final Cache<PartHash, Long> parts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final TokenCounter counter =
            new TokenCounter((part, count) -> parts.get(part, absent -> count.getAsLong()));

    @Inject
    public TokenCounts(Vertx vertx) {
        // Streams keep at least half of the processors.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        workers = vertx.createSharedWorkerExecutor("turnout-count", threads);
    }

    /** Tokens of the prompt. Fails with {@code INVALID_REQUEST} where the body is no request. */
    Future<Long> count(ProviderCall call, byte[] body) {
        return workers.executeBlocking(
                        () -> counter.count(call.dialect(), body, TargetModel.of(call, body)),
                        false)
                .map(Objects::requireNonNull);
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
