package dev.turnout.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hits of one search, best first, and the engine that gave them. */
public record SearchResult(String engine, List<Hit> hits) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** One page found. {@code published} is the engine's own wording of the page's age. */
    public record Hit(String title, String url, String snippet, @Nullable String published) {}
}
