package dev.turnout.search.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryResultCacheTest {

    private static final CacheKey KEY = new CacheKey("a");
    private static final SearchResult RESULT =
            new SearchResult(
                    "searxng", List.of(new Hit("A page", "https://a.com/", "Its text.", null)));

    private final AtomicLong nanos = new AtomicLong();
    private final MemoryResultCache cache = new MemoryResultCache(nanos::get);

    @Test
    void aResultIsKeptForItsTime() {
        put(RESULT, Duration.ofSeconds(600));

        nanos.set(Duration.ofSeconds(599).toNanos());
        assertThat(get()).contains(RESULT);

        nanos.set(Duration.ofSeconds(600).toNanos());
        assertThat(get()).isEmpty();
    }

    @Test
    void readingAResultDoesNotKeepItLonger() {
        put(RESULT, Duration.ofSeconds(10));
        nanos.set(Duration.ofSeconds(9).toNanos());
        get();

        nanos.set(Duration.ofSeconds(10).toNanos());

        assertThat(get()).isEmpty();
    }

    @Test
    void aNewResultIsKeptForATimeOfItsOwn() {
        var newer = new SearchResult("demo", RESULT.hits());
        put(RESULT, Duration.ofSeconds(600));
        put(newer, Duration.ofSeconds(1));
        assertThat(get()).contains(newer);

        nanos.set(Duration.ofSeconds(1).toNanos());

        assertThat(get()).isEmpty();
    }

    @Test
    void itDoesNotGrowWithoutEnd() {
        var large = new Hit("A page", "https://a.com/", "a".repeat(1 << 20), null);
        var result = new SearchResult("searxng", List.of(large));
        var keys = IntStream.range(0, 100).mapToObj(i -> new CacheKey("key " + i)).toList();

        keys.forEach(key -> cache.put(key, result, Duration.ofHours(1)).await().indefinitely());

        assertThat(keys)
                .filteredOn(key -> cache.get(key).await().indefinitely().isPresent())
                .hasSizeBetween(1, 16);
    }

    private void put(SearchResult result, Duration keep) {
        cache.put(KEY, result, keep).await().indefinitely();
    }

    private Optional<SearchResult> get() {
        return cache.get(KEY).await().indefinitely();
    }
}
