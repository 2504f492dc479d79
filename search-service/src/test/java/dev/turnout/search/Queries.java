package dev.turnout.search;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.search.engine.EngineQuery;
import java.time.Instant;
import java.util.List;

/** Queries as callers send them. */
public final class Queries {

    private static final CallContext CONTEXT =
            new CallContext("req_1", Principal.LOCAL, Instant.MAX);

    private Queries() {}

    public static SearchQuery query(String text) {
        return query(text, 10, List.of(), List.of());
    }

    public static SearchQuery query(
            String text, int count, List<String> allowed, List<String> blocked) {
        return new SearchQuery(CONTEXT, text, count, allowed, blocked);
    }

    public static EngineQuery checked(String text) {
        return EngineQuery.of(query(text));
    }
}
