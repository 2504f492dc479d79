package dev.turnout.search.chain;

import dev.turnout.contracts.search.SearchResult;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.log.SearchLog;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The engines of one revision, asked in their order until one has hits. */
public final class EngineChain {

    private final List<Link> links;
    private final SearchLog log;

    public EngineChain(List<Link> links, SearchLog log) {
        this.links = List.copyOf(links);
        this.log = log;
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    /** The same text for chains that ask the same engines. */
    public String canonical() {
        return links.stream()
                .map(link -> link.name() + "@" + link.place())
                // A URL may hold a comma, but no blank.
                .collect(Collectors.joining(" "));
    }

    /**
     * The hits of the first engine that has any. Where none has, but one has answered, that is the
     * result: no hits. Fails with {@code UNAVAILABLE} where all have failed, and says why each did.
     *
     * @param context where each step runs after an engine's answer, which may come on any thread
     */
    public Uni<SearchResult> ask(EngineQuery query, Executor context) {
        return Uni.createFrom().deferred(() -> new Asking(links, query, context, log).next());
    }
}
