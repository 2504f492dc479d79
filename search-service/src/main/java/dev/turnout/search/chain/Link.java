package dev.turnout.search.chain;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.engine.Engine;
import dev.turnout.search.engine.EngineQuery;
import dev.turnout.search.hit.HitSieve;
import dev.turnout.search.limit.TimeLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One engine of a chain.
 *
 * @param name what the configuration calls it
 * @param place what tells it from another of its kind
 * @param timeout how long it may take
 */
public record Link(String name, String place, Engine engine, Duration timeout) {

    private static final Logger LOG = Logger.getLogger(Link.class);

    /** The hits that may be shown; fails with nothing but problems, late ones among them. */
    Uni<List<Hit>> ask(EngineQuery query) {
        var sieve = new HitSieve(query.domains(), query.count());
        var asked = Uni.createFrom().deferred(() -> engine.search(query));
        return TimeLimit.within(timeout, asked, this::late)
                .map(sieve::pass)
                .onFailure(fault -> !(fault instanceof ProblemException))
                .transform(this::faulty);
    }

    private ProblemException late() {
        return Problem.of(
                        ProblemCode.PROVIDER_TIMEOUT,
                        "It did not answer within %d ms: raise its timeoutMs, or add another engine."
                                .formatted(timeout.toMillis()))
                .asException();
    }

    private ProblemException faulty(Throwable fault) {
        LOG.errorf(fault, "search engine %s has a fault", name);
        return Problem.of(
                        ProblemCode.INTERNAL,
                        "It failed by a fault of search-service, whose log says more.")
                .asException();
    }
}
