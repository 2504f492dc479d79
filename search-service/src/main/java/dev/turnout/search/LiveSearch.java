package dev.turnout.search;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import dev.turnout.search.chain.EngineChain;
import dev.turnout.search.chain.Link;
import dev.turnout.search.engine.Engines;
import dev.turnout.search.log.SearchLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The engines of the newest revision; a search keeps those that it began with. */
@ApplicationScoped
public class LiveSearch implements SnapshotConsumer {

    private static final int SECONDS_UNTIL_CONFIGURED = 5;

    private final Engines engines;
    private final SearchLog log;

    private volatile @Nullable SearchSetup setup;

    @Inject
    LiveSearch(Engines engines, SearchLog log) {
        this.engines = engines;
        this.log = log;
    }

    @Override
    public String service() {
        return "search";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        var search = snapshot.config().search();
        var links = search.engines().stream().map(this::link).toList();
        var next =
                new SearchSetup(
                        new EngineChain(links, log), Duration.ofSeconds(search.cacheSeconds()));
        return () -> setup = next;
    }

    private Link link(SearchConfig.Engine engine) {
        return new Link(
                engine.engine(),
                Objects.requireNonNullElse(engine.url(), ""),
                engines.of(engine),
                Duration.ofMillis(engine.timeoutMs()));
    }

    /**
     * What to search with; a problem {@code UNAVAILABLE} before the first snapshot, and {@code
     * POLICY_BLOCKED} where no engine is configured.
     */
    SearchSetup current() {
        var current = setup;
        if (current == null) {
            throw Problem.of(
                            ProblemCode.UNAVAILABLE,
                            "search-service has received no configuration yet; try again in a few seconds,"
                                    + " and see `turnout status` if that does not help",
                            SECONDS_UNTIL_CONFIGURED)
                    .asException();
        }
        if (current.chain().isEmpty()) {
            throw Problem.of(
                            ProblemCode.POLICY_BLOCKED,
                            "No search engine is configured. Name one in the configuration, for example"
                                    + " \"search\": { \"engines\": [ { \"engine\": \"searxng\","
                                    + " \"url\": \"http://127.0.0.1:8888\" } ] }; docs/search.md tells more.")
                    .asException();
        }
        return current;
    }
}
