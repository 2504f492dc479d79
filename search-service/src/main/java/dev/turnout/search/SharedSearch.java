package dev.turnout.search;

import dev.turnout.contracts.search.SearchResult;
import dev.turnout.search.cache.CacheKey;
import dev.turnout.search.cache.ResultCache;
import dev.turnout.search.cache.SingleFlight;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.log.CacheUse;
import dev.turnout.search.log.SearchLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Asks the engines once for what many look for: equal searches share one that is on its way, and
 * its result for as long as the configuration wants it kept.
 */
@ApplicationScoped
public class SharedSearch {

    private final ResultCache cache;
    private final SearchLog log;
    private final SingleFlight<CacheKey, SearchResult> flights = new SingleFlight<>();

    @Inject
    SharedSearch(ResultCache cache, SearchLog log) {
        this.cache = cache;
        this.log = log;
    }

    /** The result, on the Vert.x context of the caller, if it has one. */
    Uni<SearchResult> search(EngineQuery query, SearchSetup setup) {
        var key = CacheKey.of(query, setup.chain().canonical());
        var context = callersContext();
        return flights.join(
                        key,
                        () -> keptOrAsked(key, query, setup, context),
                        flying -> told(flying.emitOn(context), CacheUse.SHARED))
                .emitOn(context);
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
                                        : asked.call(result -> keep(key, result, setup.keep())));
    }

    /** That nothing was found may be different in a moment, so it is not kept. */
    private Uni<Void> keep(CacheKey key, SearchResult result, Duration keep) {
        return result.hits().isEmpty() ? Uni.createFrom().voidItem() : cache.put(key, result, keep);
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
                                    .invoke(fault -> log.failed(cache, since(began)));
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
