package dev.turnout.search.chain;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.log.SearchLog;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One query on its way along a chain, and what the engines behind it have said. */
final class Asking {

    private final Iterator<Link> ahead;
    private final EngineQuery query;
    private final Executor context;
    private final SearchLog log;

    private final List<String> failures = new ArrayList<>();
    private @Nullable SearchResult nothing;

    Asking(List<Link> links, EngineQuery query, Executor context, SearchLog log) {
        this.ahead = links.iterator();
        this.query = query;
        this.context = context;
        this.log = log;
    }

    Uni<SearchResult> next() {
        if (!ahead.hasNext()) {
            return end();
        }
        var link = ahead.next();
        long asked = System.nanoTime();
        return link.ask(query)
                .emitOn(context)
                .onItemOrFailure()
                .transformToUni(
                        (hits, fault) -> {
                            var took = Duration.ofNanos(System.nanoTime() - asked);
                            return fault instanceof ProblemException failure
                                    ? failed(link, failure.problem(), took)
                                    : answered(link, hits, took);
                        });
    }

    private Uni<SearchResult> answered(Link link, List<Hit> hits, Duration took) {
        var result = new SearchResult(link.name(), hits);
        if (!hits.isEmpty()) {
            return Uni.createFrom().item(result);
        }
        log.passedOver(link.name(), took, "It found nothing that may be shown.");
        if (nothing == null) {
            nothing = result;
        }
        return next();
    }

    private Uni<SearchResult> failed(Link link, Problem problem, Duration took) {
        log.passedOver(link.name(), took, problem.message());
        failures.add(link.name() + ": " + problem.message());
        return next();
    }

    private Uni<SearchResult> end() {
        return nothing != null
                ? Uni.createFrom().item(nothing)
                : Uni.createFrom()
                        .failure(
                                Problem.of(
                                                ProblemCode.UNAVAILABLE,
                                                "No search engine answered. "
                                                        + String.join(" ", failures))
                                        .asException());
    }
}
