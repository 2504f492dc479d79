package dev.turnout.search.engine;

import dev.turnout.contracts.search.SearchResult.Hit;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers from within, the same to every query, and says so: to see that search is wired up. */
final class DemoEngine implements Engine {

    private static final List<Hit> HITS =
            List.of(
                    hit(
                            "Demo result: nothing was searched for",
                            "https://docs.searxng.org/",
                            "This is the answer of Turnout's built-in demo engine, the same to every query: it has not looked at the web. To search it, run SearXNG, a search engine of your own, and name it in Turnout's configuration: \"search\": { \"engines\": [ { \"engine\": \"searxng\", \"url\": \"http://127.0.0.1:8888\" } ] }."),
                    hit(
                            "Demo result: how to install SearXNG",
                            "https://docs.searxng.org/admin/installation.html",
                            "Demo: the ways to install SearXNG, among them a container."),
                    hit(
                            "Demo result: SearXNG has to allow JSON",
                            "https://docs.searxng.org/admin/settings/settings_search.html",
                            "Demo: in SearXNG's settings.yml, search.formats has to hold json beside html; otherwise it refuses Turnout with status 403."));

    private static Hit hit(String title, String url, String snippet) {
        return new Hit(title, url, snippet, null);
    }

    @Override
    public Uni<List<Hit>> search(EngineQuery query) {
        return Uni.createFrom().item(HITS);
    }
}
