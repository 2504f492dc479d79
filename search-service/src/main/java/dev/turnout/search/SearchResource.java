package dev.turnout.search;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.kit.log.RequestLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers the search contract. No engine can be configured yet, and it says so. */
@ApplicationScoped
public class SearchResource implements SearchApi {

    @Override
    public Uni<SearchResult> search(SearchQuery query) {
        RequestLog.mark(query.context());
        return Uni.createFrom()
                .failure(
                        Problem.of(
                                        ProblemCode.POLICY_BLOCKED,
                                        "This version of Turnout has no search engine.")
                                .asException());
    }
}
