package dev.turnout.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.hit.VisibleText;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * SearXNG, a metasearch engine that people run themselves. It takes no number of hits, a page has
 * some 20, and no domains; whether {@code site:} holds depends on the engines that it asks in turn
 * (docs.searxng.org/dev/search_api).
 */
final class SearxngEngine implements Engine {

    private final EngineHttp http;
    private final String base;

    /**
     * One instance.
     *
     * @param base its URL, without a slash at the end
     */
    SearxngEngine(EngineHttp http, String base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public Uni<List<Hit>> search(EngineQuery query) {
        var text = URLEncoder.encode(query.textWithOperators(), UTF_8);
        return http.get(base + "/search?format=json&q=" + text).map(SearxngEngine::hits);
    }

    private static List<Hit> hits(EngineAnswer answer) {
        if (answer.status() == 403) {
            throw Problem.of(
                            ProblemCode.PROVIDER_REFUSED_US,
                            "SearXNG refuses JSON (status 403): add json to search.formats in its settings.yml.")
                    .asException();
        }
        var page = answer.json();
        var results = page.path("results");
        if (!results.isArray()) {
            throw Problem.of(
                            ProblemCode.PROVIDER_FAILED,
                            "SearXNG answered without results: does the url lead to a SearXNG?")
                    .asException();
        }
        var unresponsive = page.path("unresponsive_engines");
        if (results.isEmpty() && !unresponsive.isEmpty()) {
            throw Problem.of(
                            ProblemCode.PROVIDER_FAILED,
                            "SearXNG found nothing since engines that it asks did not answer it: %s."
                                    .formatted(named(unresponsive)))
                    .asException();
        }
        return StreamSupport.stream(results.spliterator(), false).map(SearxngEngine::hit).toList();
    }

    private static Hit hit(JsonNode result) {
        var published = result.path("publishedDate").asText("");
        return new Hit(
                result.path("title").asText(""),
                result.path("url").asText(""),
                result.path("content").asText(""),
                published.isEmpty() ? null : published);
    }

    /** They come as pairs of a name and a reason. */
    private static String named(JsonNode engines) {
        return StreamSupport.stream(engines.spliterator(), false)
                .limit(5)
                .map(pair -> pair.path(0).asText("?") + " (" + pair.path(1).asText("?") + ")")
                .map(name -> VisibleText.of(name, 60))
                .collect(Collectors.joining(", "));
    }
}
