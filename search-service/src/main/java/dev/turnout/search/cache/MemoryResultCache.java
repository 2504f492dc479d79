package dev.turnout.search.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.turnout.contracts.search.SearchResult;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Keeps results in this process, the most useful of them where they become too many. */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "memory")
public class MemoryResultCache implements ResultCache {

    /**
     * Some 32 MB, and hundreds of results even if all their snippets are as long as they may be.
     */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final Cache<CacheKey, Kept> results;

    private record Kept(SearchResult result, Duration keep) {

        int characters() {
            return result.hits().stream()
                    .mapToInt(
                            hit ->
                                    hit.title().length()
                                            + hit.url().length()
                                            + hit.snippet().length())
                    .sum();
        }
    }

    @Inject
    MemoryResultCache() {
        this(Ticker.systemTicker());
    }

    /** A cache without anything in it, whose results grow old by this clock. */
    public MemoryResultCache(Ticker clock) {
        this.results =
                Caffeine.newBuilder()
                        .ticker(clock)
                        .executor(Runnable::run)
                        .expireAfter(Expiry.<CacheKey, Kept>writing((key, kept) -> kept.keep()))
                        .maximumWeight(MOST_CHARACTERS)
                        .<CacheKey, Kept>weigher((key, kept) -> kept.characters())
                        .build();
    }

    @Override
    public Uni<Optional<SearchResult>> get(CacheKey key) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(results.getIfPresent(key)).map(Kept::result));
    }

    @Override
    public Uni<Void> put(CacheKey key, SearchResult result, Duration keep) {
        return Uni.createFrom().voidItem().invoke(() -> results.put(key, new Kept(result, keep)));
    }
}
