package dev.turnout.search.engine;

import static dev.turnout.search.Queries.checked;
import static dev.turnout.search.Queries.query;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.FakeSearxng;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearxngEngineTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Vertx vertx;
    private static EngineHttp http;

    private final FakeSearxng searxng = new FakeSearxng();

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        http = new EngineHttp(vertx);
    }

    @AfterEach
    void stop() {
        searxng.close();
    }

    @AfterAll
    static void close() {
        http.close();
        vertx.close();
    }

    @Test
    void hitsAreReadFromItsJson() throws IOException {
        try (var answer = getClass().getResourceAsStream("/searxng/answer.json")) {
            searxng.answers(200, new String(answer.readAllBytes(), UTF_8));
        }

        assertThat(search("quarkus release"))
                .containsExactly(
                        new Hit(
                                "Quarkus 3.32 released",
                                "https://quarkus.io/blog/quarkus-3-32-released/",
                                "The newest release of Quarkus, with\n many improvements.",
                                "2026-02-25T00:00:00"),
                        new Hit(
                                "Releases · quarkusio/quarkus",
                                "https://github.com/quarkusio/quarkus/releases",
                                "",
                                null),
                        new Hit("A result of a kind that we do not know", "", "", null));
    }

    @Test
    void itIsAskedForJsonWithTheDomainsAsOperators() {
        var query = EngineQuery.of(query("c++ & more", 5, List.of(), List.of("example.com")));

        engine(searxng.url()).search(query).await().atMost(SOON);

        assertThat(searxng.asked())
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.getPath()).isEqualTo("/search");
                            assertThat(URLDecoder.decode(asked.getRawQuery(), UTF_8))
                                    .isEqualTo("format=json&q=c++ & more -site:example.com");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void theUrlMayEndInASlash(String end) {
        engine(searxng.url() + end).search(checked("a")).await().atMost(SOON);

        assertThat(searxng.asked()).extracting("path").containsExactly("/search");
    }

    @Test
    void thatJsonIsOffIsSaid() {
        searxng.answers(403, "<h1>Forbidden</h1>");

        fails(ProblemCode.PROVIDER_REFUSED_US, "add json to search.formats in its settings.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "302, PROVIDER_FAILED, redirects",
        "401, PROVIDER_REFUSED_US, refuses us",
        "404, PROVIDER_FAILED, check its url",
        "418, PROVIDER_FAILED, status 418",
        "429, PROVIDER_RATE_LIMITED, too often",
        "500, PROVIDER_ERROR, status 500",
    })
    void aRefusalSaysWhatToDo(int status, ProblemCode code, String words) {
        searxng.answers(status, "no");

        fails(code, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "{\"results\":[",
                "{\"results\":[]} more",
                "[[[",
                "\u0000"
            })
    void whatIsNoJsonIsRefused(String body) {
        searxng.answers(200, body);

        fails(ProblemCode.PROVIDER_FAILED, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"results\":{}}"})
    void jsonOfAnotherKindIsRefused(String body) {
        searxng.answers(200, body);

        fails(ProblemCode.PROVIDER_FAILED, "does the url lead to a SearXNG?");
    }

    @Test
    void nothingFoundForWantOfEnginesIsAFailure() {
        searxng.answers(
                200,
                "{\"results\":[],\"unresponsive_engines\":[[\"google\",\"CAPTCHA\"],\"brave\"]}");

        fails(ProblemCode.PROVIDER_FAILED, "google (CAPTCHA), ? (?)");
    }

    @Test
    void anAnswerWithoutEndIsNotTaken() {
        searxng.answers(200, "{\"results\":[\"" + "a".repeat(1 << 20) + "\"]}");

        fails(ProblemCode.PROVIDER_FAILED, "more than 1 MB");
    }

    @Test
    void oneThatIsAwayIsSaidToBe() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        fails("http://127.0.0.1:" + port, ProblemCode.PROVIDER_FAILED, "connection was refused");
    }

    @Test
    void aRequestThatNobodyWaitsForIsEnded() {
        // Given
        var asked = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Void>();
        var silent =
                vertx.createHttpServer()
                        .requestHandler(
                                request -> {
                                    request.connection()
                                            .closeHandler(closed -> ended.complete(null));
                                    asked.complete(null);
                                })
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        var url = "http://127.0.0.1:" + silent.actualPort();
        var search = engine(url).search(checked("a")).subscribe().with(hits -> {});
        assertThat(asked).succeedsWithin(SOON);

        // When
        search.cancel();

        // Then
        assertThat(ended).succeedsWithin(SOON);
    }

    private static Engine engine(String url) {
        return new Engines(http).of(new SearchConfig.Engine("searxng", url, 8_000));
    }

    private List<Hit> search(String text) {
        return engine(searxng.url()).search(checked(text)).await().atMost(SOON);
    }

    private void fails(ProblemCode code, String words) {
        fails(searxng.url(), code, words);
    }

    private static void fails(String url, ProblemCode code, String words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> engine(url).search(checked("a")).await().atMost(SOON))
                .satisfies(
                        failure -> {
                            assertThat(failure.problem().code()).isEqualTo(code);
                            assertThat(failure.problem().message())
                                    .contains(words)
                                    .doesNotContain("127.0.0.1");
                        });
    }
}
