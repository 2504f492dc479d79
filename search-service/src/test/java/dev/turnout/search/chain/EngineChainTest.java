package dev.turnout.search.chain;

import static dev.turnout.search.Queries.checked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.search.Queries;
import dev.turnout.search.engine.Engine;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.log.SearchLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EngineChainTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Engine EMPTY = query -> Uni.createFrom().item(List.of());
    private static final Engine BROKEN = query -> failure("It is being repaired.");
    private static final Engine FAULTY =
            query -> {
                throw new IllegalStateException("a fault of ours");
            };

    private static Engine finds(String... urls) {
        var hits = List.of(urls).stream().map(url -> new Hit("A page", url, "", null)).toList();
        return query -> Uni.createFrom().item(hits);
    }

    private static Uni<List<Hit>> failure(String message) {
        return Uni.createFrom()
                .failure(Problem.of(ProblemCode.PROVIDER_FAILED, message).asException());
    }

    private static Link link(String name, Engine engine) {
        return new Link(name, "", engine, LONG);
    }

    private static SearchResult ask(EngineQuery query, Link... links) {
        var log = new SearchLog(new Metrics(new SimpleMeterRegistry()));
        return new EngineChain(List.of(links), log).ask(query, Runnable::run).await().atMost(SOON);
    }

    private static SearchResult ask(Link... links) {
        return ask(checked("a"), links);
    }

    @Test
    void theFirstWithHitsAnswers() {
        var result = ask(link("one", finds("https://a.com/")), link("two", FAULTY));

        assertThat(result)
                .isEqualTo(
                        new SearchResult(
                                "one", List.of(new Hit("A page", "https://a.com/", "", null))));
    }

    @Test
    void oneThatFailsOrFindsNothingIsPassedOver() {
        var result =
                ask(
                        link("broken", BROKEN),
                        link("faulty", FAULTY),
                        link("empty", EMPTY),
                        link("good", finds("https://a.com/")));

        assertThat(result.engine()).isEqualTo("good");
    }

    @Test
    void oneThatOnlyFindsWhatMayNotBeShownIsPassedOver() {
        var query = EngineQuery.of(Queries.query("a", 10, List.of(), List.of("a.com")));

        var result =
                ask(
                        query,
                        link("one", finds("https://a.com/", "https://docs.a.com/")),
                        link("two", finds("https://a.com/", "https://b.com/")));

        assertThat(result.engine()).isEqualTo("two");
        assertThat(result.hits()).extracting(Hit::url).containsExactly("https://b.com/");
    }

    @Test
    void nothingFoundIsAnAnswerToo() {
        var result = ask(link("broken", BROKEN), link("empty", EMPTY), link("alsoEmpty", EMPTY));

        assertThat(result).isEqualTo(new SearchResult("empty", List.of()));
    }

    @Test
    void oneThatIsSilentIsGivenUp() {
        var givenUp = new AtomicBoolean();
        Engine silent =
                query ->
                        Uni.createFrom()
                                .<List<Hit>>nothing()
                                .onCancellation()
                                .invoke(() -> givenUp.set(true));

        var result =
                ask(
                        new Link("silent", "", silent, Duration.ofMillis(1)),
                        link("good", finds("https://a.com/")));

        assertThat(result.engine()).isEqualTo("good");
        assertThat(givenUp).isTrue();
    }

    @Test
    void whereAllFailItIsSaidWhyEachDid() {
        var silent =
                new Link("silent", "", query -> Uni.createFrom().nothing(), Duration.ofMillis(1));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ask(link("broken", BROKEN), silent, link("faulty", FAULTY)))
                .satisfies(
                        failure -> {
                            assertThat(failure.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
                            assertThat(failure.problem().message())
                                    .isEqualTo(
                                            "No search engine answered. broken: It is being repaired."
                                                    + " silent: It did not answer within 1 ms: raise its timeoutMs, or add another engine."
                                                    + " faulty: It failed by a fault of search-service, whose log says more.");
                        });
    }

    @Test
    void eachSearchAsksFromTheStart() {
        var log = new SearchLog(new Metrics(new SimpleMeterRegistry()));
        var chain = new EngineChain(List.of(link("good", finds("https://a.com/"))), log);
        var search = chain.ask(checked("a"), Runnable::run);

        assertThat(search.await().atMost(SOON)).isEqualTo(search.await().atMost(SOON));
    }
}
