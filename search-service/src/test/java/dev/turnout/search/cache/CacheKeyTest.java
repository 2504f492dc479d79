package dev.turnout.search.cache;

import static dev.turnout.search.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.search.engine.EngineQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheKeyTest {

    private static final CacheKey KEY = key(query("quarkus release"), "searxng@a");

    private static CacheKey key(SearchQuery query, String chain) {
        return CacheKey.of(EngineQuery.of(query), chain);
    }

    @Test
    void blanksMakeNoDifference() {
        assertThat(key(query(" quarkus\n release "), "searxng@a")).isEqualTo(KEY);
    }

    @Test
    void whatChangesTheAnswerChangesTheKey() {
        assertThat(
                        List.of(
                                key(query("quarkus releases"), "searxng@a"),
                                key(query("quarkus release"), "searxng@b"),
                                key(query("quarkus release"), "searxng@a,demo@"),
                                key(query("quarkus release", 9, List.of(), List.of()), "searxng@a"),
                                key(filtered(List.of("a.com"), List.of()), "searxng@a"),
                                key(filtered(List.of(), List.of("a.com")), "searxng@a")))
                .doesNotHaveDuplicates()
                .doesNotContain(KEY);
    }

    @Test
    void itTellsNobodyWhatIsLookedFor() {
        assertThat(KEY.digest()).matches("[0-9a-f]{64}");
    }

    private static SearchQuery filtered(List<String> allowed, List<String> blocked) {
        return query("quarkus release", 10, allowed, blocked);
    }
}
