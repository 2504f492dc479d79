package dev.turnout.search.log;

import dev.turnout.contracts.search.SearchResult;
import dev.turnout.kit.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes each search's end down: one line of the log, and the metrics. */
@ApplicationScoped
public class SearchLog {

    private static final Logger LOG = Logger.getLogger(SearchLog.class);

    private static final String NO_ENGINE = "none";

    private final Metrics metrics;

    @Inject
    public SearchLog(Metrics metrics) {
        this.metrics = metrics;
    }

    /** An engine was asked in vain, and the next one is. */
    public void passedOver(String engine, Duration took, String reason) {
        LOG.warnf("passed over engine=%s ms=%d reason=%s", engine, took.toMillis(), reason);
    }

    public void answered(SearchResult result, CacheUse cache, Duration took) {
        var outcome = result.hits().isEmpty() ? Outcome.EMPTY : Outcome.ANSWERED;
        ended(result.engine(), outcome, cache, result.hits().size(), took);
    }

    public void failed(CacheUse cache, Duration took) {
        ended(NO_ENGINE, Outcome.FAILED, cache, 0, took);
    }

    /** Nobody waits for its end any more. */
    public void abandoned(CacheUse cache, Duration took) {
        ended(NO_ENGINE, Outcome.ABANDONED, cache, 0, took);
    }

    private void ended(String engine, Outcome outcome, CacheUse cache, int hits, Duration took) {
        LOG.infof(
                "search ended engine=%s outcome=%s cache=%s hits=%d ms=%d",
                engine, outcome.word(), cache.word(), hits, took.toMillis());
        metrics.searched(engine, outcome.word(), cache.word());
    }
}
