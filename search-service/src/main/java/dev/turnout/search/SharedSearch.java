package dev.turnout.search;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.search.cache.CacheKey;
import dev.turnout.search.cache.ResultCache;
import dev.turnout.search.cache.SingleFlight;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.limit.TimeLimit;
import dev.turnout.search.log.CacheUse;
import dev.turnout.search.log.SearchLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Asks the engines once for what many look for: equal searches share one that is on its way, and
 * its result for as long as the configuration wants it kept.
 */
@ApplicationScoped
public class SharedSearch {

    private static final Logger LOG = Logger.getLogger(SharedSearch.class);

    /** The caller hangs up after 60 s, and would then not hear why there is no answer. */
    private static final Duration LONGEST = Duration.ofSeconds(55);

    private final ResultCache cache;
    private final SearchLog log;
    private final SingleFlight<CacheKey, SearchResult> flights = new SingleFlight<>();

    @Inject
    SharedSearch(ResultCache cache, SearchLog log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * The result, on the Vert.x context of the caller, if it has one.
     *
     * @param deadline when the caller stops waiting; fails with {@code UNAVAILABLE} then, or after
     *     55 s
     */
    Uni<SearchResult> search(EngineQuery query, SearchSetup setup, Instant deadline) {
        var key = CacheKey.of(query, setup.chain().canonical());
        var context = callersContext();
        var found =
                flights.join(
                        key,
                        () -> keptOrAsked(key, query, setup, context),
                        flying -> told(flying.emitOn(context), CacheUse.SHARED));
        return TimeLimit.within(until(deadline), found, SharedSearch::late).emitOn(context);
    }

    private static Duration until(Instant deadline) {
        var now = Instant.now();
        return deadline.isBefore(now.plus(LONGEST)) ? Duration.between(now, deadline) : LONGEST;
    }

    private static ProblemException late() {
        return Problem.of(
                        ProblemCode.UNAVAILABLE,
                        "The search took longer than its caller waits for it: lower the engines'"
                                + " timeoutMs, or leave out those that do not answer.")
                .asException();
    }

    private Uni<SearchResult> keptOrAsked(
            CacheKey key, EngineQuery query, SearchSetup setup, Executor context) {
        var asked = told(setup.chain().ask(query, context), CacheUse.MISS);
        if (setup.keep().isZero()) {
            return asked;
        }
        return cache.get(key)
                .emitOn(context)
                .onItem()
                .transformToUni(
                        kept ->
                                kept.isPresent()
                                        ? told(Uni.createFrom().item(kept.get()), CacheUse.HIT)
                                        : asked.invoke(result -> keep(key, result, setup.keep())));
    }

    /**
     * Nobody waits for it. That nothing was found may be different in a moment, so it is not kept.
     */
    private void keep(CacheKey key, SearchResult result, Duration keep) {
        if (!result.hits().isEmpty()) {
            cache.put(key, result, keep)
                    .subscribe()
                    .with(kept -> {}, fault -> LOG.warn("a result was not kept", fault));
        }
    }

    /** The same, and its end is written down. */
    private Uni<SearchResult> told(Uni<SearchResult> search, CacheUse cache) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            long began = System.nanoTime();
                            return search.onItem()
                                    .invoke(result -> log.answered(result, cache, since(began)))
                                    .onFailure()
                                    .invoke(fault -> log.failed(cache, since(began)))
                                    .onCancellation()
                                    .invoke(() -> log.abandoned(cache, since(began)));
                        });
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Executor callersContext() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : MutinyHelper.executor(context);
    }
}
