package dev.turnout.search;

import static dev.turnout.search.Queries.checked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.search.cache.CacheKey;
import dev.turnout.search.cache.ResultCache;
import dev.turnout.search.chain.EngineChain;
import dev.turnout.search.chain.Link;
import dev.turnout.search.engine.Engine;
import dev.turnout.search.log.SearchLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** For how long a search is waited for, and by whom. */
class SharedSearchTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Hit HIT = new Hit("A page", "https://a.com/", "Its text.", null);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SearchLog log = new SearchLog(new Metrics(meters));

    /** Completes when the engine is told that nobody waits. */
    private final CompletableFuture<Boolean> givenUp = new CompletableFuture<>();

    private final Engine silent =
            query ->
                    Uni.createFrom()
                            .<List<Hit>>nothing()
                            .onCancellation()
                            .invoke(() -> givenUp.complete(true));

    /** A cache that holds nothing, and what becomes of what it is given to keep. */
    private record Keeping(Uni<Void> kept) implements ResultCache {

        @Override
        public Uni<Optional<SearchResult>> get(CacheKey key) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Void> put(CacheKey key, SearchResult result, Duration keep) {
            return kept;
        }
    }

    private CompletableFuture<SearchResult> search(
            Engine engine, Uni<Void> kept, Instant deadline) {
        var chain = new EngineChain(List.of(new Link("engine", "", engine, LONG)), log);
        return new SharedSearch(new Keeping(kept), log)
                .search(checked("a"), new SearchSetup(chain, LONG), deadline)
                .subscribeAsCompletionStage();
    }

    @Test
    void hitsDoNotWaitForTheCache() {
        var search =
                search(
                        query -> Uni.createFrom().item(List.of(HIT)),
                        Uni.createFrom().nothing(),
                        Instant.MAX);

        assertThat(search).succeedsWithin(SOON).isEqualTo(new SearchResult("engine", List.of(HIT)));
    }

    @Test
    void hitsThatCannotBeKeptAreShownAllTheSame() {
        var search =
                search(
                        query -> Uni.createFrom().item(List.of(HIT)),
                        Uni.createFrom().failure(new IllegalStateException("full")),
                        Instant.MAX);

        assertThat(search).succeedsWithin(SOON).isEqualTo(new SearchResult("engine", List.of(HIT)));
    }

    @Test
    void whenItsCallerStopsWaitingASearchEndsAndSaysWhy() {
        var search = search(silent, Uni.createFrom().voidItem(), Instant.EPOCH);

        assertThat(search)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        late -> {
                            assertThat(late.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
                            assertThat(late.problem().message()).contains("lower the engines'");
                        });
        assertThat(givenUp).succeedsWithin(SOON);
    }

    @Test
    void aCallerWhoLeavesEndsTheSearch() {
        var search = search(silent, Uni.createFrom().voidItem(), Instant.MAX);

        search.cancel(true);

        assertThat(givenUp).succeedsWithin(SOON);
        assertThat(
                        meters.get("gateway.search.requests")
                                .tag("outcome", "abandoned")
                                .counter()
                                .count())
                .isOne();
    }
}
