package dev.turnout.search;

import static dev.turnout.search.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchResourceTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final SearchResult FOUND =
            new SearchResult(
                    "searxng", List.of(new Hit("A page", "https://a.com/", "Its text.", null)));

    private final FakeSearxng searxng = new FakeSearxng();
    private final SearchService service = new SearchService();

    @BeforeEach
    void configure() {
        searxng.answersHits("https://a.com/");
        configure(600);
    }

    private void configure(long cacheSeconds) {
        var engines = List.of(SearchService.searxng(searxng.url()));
        service.configure(new SearchConfig(engines, cacheSeconds));
    }

    @AfterEach
    void close() {
        searxng.close();
        service.close();
    }

    private SearchResult search(SearchQuery query) {
        return service.api().search(query).await().atMost(SOON);
    }

    @Test
    void aQueryComesBackAsHits() {
        assertThat(search(query("a"))).isEqualTo(FOUND);
        assertThat(service.counted("searxng", "answered", "miss")).isOne();
    }

    @Test
    void theSecondEqualQueryIsAnsweredFromTheCache() {
        search(query("a"));

        assertThat(search(query(" a\n"))).isEqualTo(FOUND);

        assertThat(searxng.asked()).hasSize(1);
        assertThat(service.counted("searxng", "answered", "hit")).isOne();
    }

    @Test
    void aResultIsNotKeptLongerThanConfigured() {
        search(query("a"));
        service.passSeconds(600);

        search(query("a"));

        assertThat(searxng.asked()).hasSize(2);
    }

    @Test
    void withoutSecondsNothingIsKept() {
        configure(0);
        search(query("a"));

        search(query("a"));

        assertThat(searxng.asked()).hasSize(2);
    }

    @Test
    void anotherQueryIsAnotherSearch() {
        search(query("a"));

        search(query("b"));
        search(query("a", 9, List.of(), List.of()));
        search(query("a", 10, List.of("a.com"), List.of()));

        assertThat(searxng.asked()).hasSize(4);
    }

    @Test
    void aHundredEqualQueriesAreOneSearch() {
        // Given
        searxng.hold();
        var searches =
                IntStream.range(0, 100)
                        .mapToObj(i -> service.api().search(query("a")))
                        .map(search -> search.subscribeAsCompletionStage())
                        .toList();
        assertThat(searches).noneMatch(CompletableFuture::isDone);

        // When
        searxng.release();

        // Then
        assertThat(searches)
                .allSatisfy(search -> assertThat(search).succeedsWithin(SOON).isEqualTo(FOUND));
        assertThat(searxng.asked()).hasSize(1);
        assertThat(service.counted("searxng", "answered", "miss")).isOne();
        assertThat(service.counted("searxng", "answered", "shared")).isEqualTo(99);
    }

    @Test
    void oneWhoLeavesDoesNotEndTheSearchForTheOthers() {
        // Given
        searxng.hold();
        var first = service.api().search(query("a")).subscribeAsCompletionStage();
        var second = service.api().search(query("a")).subscribeAsCompletionStage();

        // When
        first.cancel(true);
        searxng.release();

        // Then
        assertThat(second).succeedsWithin(SOON).isEqualTo(FOUND);
        assertThat(searxng.asked()).hasSize(1);
    }

    @Test
    void aFailureIsSharedAndNotKept() {
        // Given
        searxng.answers(403, "");
        searxng.hold();
        var first = service.api().search(query("a")).subscribeAsCompletionStage();
        var second = service.api().search(query("a")).subscribeAsCompletionStage();

        // When
        searxng.release();

        // Then
        assertThat(first)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("add json");
        assertThat(second)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("add json");
        assertThat(searxng.asked()).hasSize(1);
        assertThat(service.counted("none", "failed", "miss")).isOne();
        assertThat(service.counted("none", "failed", "shared")).isOne();
        searxng.answersHits("https://a.com/");
        assertThat(search(query("a"))).isEqualTo(FOUND);
    }

    @Test
    void thatNothingWasFoundIsNotKept() {
        searxng.answersHits();
        assertThat(search(query("a")).hits()).isEmpty();
        assertThat(service.counted("searxng", "empty", "miss")).isOne();
        searxng.answersHits("https://a.com/");

        assertThat(search(query("a"))).isEqualTo(FOUND);
    }

    @Test
    void otherEnginesAreAnotherSearch() {
        search(query("a"));
        service.configure(new SearchConfig(List.of(SearchService.DEMO), 600));

        assertThat(search(query("a")).engine()).isEqualTo("demo");
    }

    @Test
    void eachAnswerComesOnTheEventLoopOfItsCaller() {
        // Given
        searxng.hold();
        var first = eventLoop();
        var second = eventLoop();
        assertThat(first).isNotSameAs(second);
        var answeredFirst = whereItIsAnswered(first);
        var answeredSecond = whereItIsAnswered(second);

        // When
        searxng.release();

        // Then
        assertThat(answeredFirst).succeedsWithin(SOON).isEqualTo(first);
        assertThat(answeredSecond).succeedsWithin(SOON).isEqualTo(second);
        assertThat(searxng.asked()).hasSize(1);
    }

    /** A thread has one context, so each is made on a thread of its own. */
    private Context eventLoop() {
        var made = new CompletableFuture<Context>();
        Thread.startVirtualThread(() -> made.complete(service.vertx().getOrCreateContext()));
        return made.join();
    }

    /** The context on which the answer to a search comes that is made on this one. */
    private CompletableFuture<Context> whereItIsAnswered(Context asking) {
        var answered = new CompletableFuture<Context>();
        var asked = new CompletableFuture<Void>();
        asking.runOnContext(
                now -> {
                    service.api()
                            .search(query("a"))
                            .subscribe()
                            .with(
                                    result -> answered.complete(Vertx.currentContext()),
                                    answered::completeExceptionally);
                    asked.complete(null);
                });
        asked.join();
        return answered;
    }

    @Test
    void aBadQueryIsRefusedWithoutASearch() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> search(query(" ")))
                .satisfies(
                        refused ->
                                assertThat(refused.problem().code())
                                        .isEqualTo(ProblemCode.INVALID_REQUEST));
        assertThat(searxng.asked()).isEmpty();
    }
}
