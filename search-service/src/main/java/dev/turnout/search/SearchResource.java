package dev.turnout.search;

import dev.turnout.contracts.search.SearchApi;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.search.engine.EngineQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers the search contract with the engines that are configured when the query comes. */
@ApplicationScoped
public class SearchResource implements SearchApi {

    private final LiveSearch live;
    private final SharedSearch searches;

    @Inject
    SearchResource(LiveSearch live, SharedSearch searches) {
        this.live = live;
        this.searches = searches;
    }

    @Override
    public Uni<SearchResult> search(SearchQuery query) {
        RequestLog.mark(query.context());
        return Uni.createFrom()
                .deferred(
                        () ->
                                searches.search(
                                        EngineQuery.of(query),
                                        live.current(),
                                        query.context().deadline()));
    }
}
