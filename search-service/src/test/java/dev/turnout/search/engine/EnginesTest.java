package dev.turnout.search.engine;

import static dev.turnout.search.Queries.checked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.SearchConfig;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesTest {

    private final Vertx vertx = Vertx.vertx();
    private final Engines engines = new Engines(new EngineHttp(vertx));

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void theDemoSaysWhatItIsAndWhatToDo() {
        var hits = engines.of(config("demo", null)).search(checked("a")).await().indefinitely();

        assertThat(hits)
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.title()).startsWith("Demo result: "));
        assertThat(hits.getFirst().snippet()).contains("has not looked at the web", "searxng");
    }

    @Test
    void aKindThatIsNotKnownIsRefused() {
        refuses(config("brave", null), "\"brave\" is not known");
    }

    @Test
    void whatNeedsAUrlSaysSo() {
        refuses(config("searxng", null), "needs a url, for example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "searxng:8080",
                "ftp://searxng",
                "http://",
                "http:///search",
                "http://user:secret@searxng",
                "http://searxng?q=",
                "http://sear xng"
            })
    void whatIsNoUrlIsRefused(String url) {
        refuses(config("searxng", url), "has a url that is none");
    }

    private static SearchConfig.Engine config(String kind, @Nullable String url) {
        return new SearchConfig.Engine(kind, url, 8_000);
    }

    private void refuses(SearchConfig.Engine config, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> engines.of(config))
                .satisfies(refused -> assertThat(refused.problem().message()).contains(why));
    }
}
