package dev.turnout.search.engine;

import dev.turnout.contracts.search.SearchResult.Hit;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A place that can be asked what is on the web. One implementation per kind, made anew for each
 * revision of the configuration by {@link Engines}.
 */
public interface Engine {

    /**
     * Asks, without blocking. The hits are the engine's own, best first and unchecked: the caller
     * bounds their number, cleans them and holds them to the query's domains. Fails with a {@link
     * dev.turnout.contracts.ProblemException} whose message is a sentence about the engine that
     * says what to do and names no address. Cancelling ends the request.
     */
    Uni<List<Hit>> search(EngineQuery query);
}
