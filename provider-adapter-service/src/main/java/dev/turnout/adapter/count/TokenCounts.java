package dev.turnout.adapter.count;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.count.PartHash;
import dev.turnout.protocol.count.Tally;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.OptionalLong;

/** Counts tokens on threads of its own, so that no stream waits for a count. */
@ApplicationScoped
public class TokenCounts {

    /**
     * A client has two parts that last, its system and its tools; an entry is a few dozen bytes.
     */
    private static final int REMEMBERED = 10_000;

    private final WorkerExecutor workers;
    private final CountRoom room = new CountRoom();
    private final Cache<PartHash, Long> parts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    public TokenCounts(Vertx vertx) {
        // Streams keep at least half of the processors.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        workers = vertx.createSharedWorkerExecutor("turnout-count", threads);
    }

    /**
     * Tokens of the prompt; nothing where it was let go before its turn came. Fails with {@code
     * UNAVAILABLE} where too much is held already, with {@code INVALID_REQUEST} where the body is
     * no request.
     */
    Future<OptionalLong> count(Prompt prompt) {
        if (!room.enter(prompt.size())) {
            prompt.take();
            return Future.failedFuture(
                    Problem.of(
                                    ProblemCode.UNAVAILABLE,
                                    "Too many prompts wait to be counted; try again in a moment.",
                                    1)
                            .asException());
        }
        return workers.executeBlocking(() -> counted(prompt), false).map(Objects::requireNonNull);
    }

    /** Nobody waits for the number any more: a prompt whose turn has not come is not counted. */
    void letGo(Prompt prompt) {
        if (prompt.take() != null) {
            room.leave(prompt.size());
        }
    }

    private OptionalLong counted(Prompt prompt) {
        var body = prompt.take();
        if (body == null) {
            return OptionalLong.empty();
        }
        try {
            var tally =
                    new Tally(
                            prompt.model(),
                            (part, count) -> parts.get(part, absent -> count.getAsLong()));
            Dialects.client(prompt.dialect()).count(body, tally);
            return OptionalLong.of(tally.tokens());
        } finally {
            room.leave(prompt.size());
        }
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
