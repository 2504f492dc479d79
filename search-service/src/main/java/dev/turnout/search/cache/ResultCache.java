package dev.turnout.search.cache;

import dev.turnout.contracts.search.SearchResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Keeps results for a while. It never fails: a cache that is away knows nothing. */
public interface ResultCache {

    /** The result that is kept under a key. */
    Uni<Optional<SearchResult>> get(CacheKey key);

    /**
     * Keeps a result.
     *
     * @param keep for how long; more than zero
     */
    Uni<Void> put(CacheKey key, SearchResult result, Duration keep);
}
