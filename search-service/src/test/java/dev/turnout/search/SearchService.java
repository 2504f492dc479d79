package dev.turnout.search;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.search.cache.MemoryResultCache;
import dev.turnout.search.engine.EngineHttp;
import dev.turnout.search.engine.Engines;
import dev.turnout.search.log.SearchLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The whole service, put together without a container, with a clock that stands still. */
final class SearchService implements AutoCloseable {

    static final SearchConfig.Engine DEMO = new SearchConfig.Engine("demo", null, 8_000);

    private final Vertx vertx = Vertx.vertx();
    private final EngineHttp http = new EngineHttp(vertx);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final LiveSearch live;
    private final SearchApi api;

    SearchService() {
        var log = new SearchLog(new Metrics(meters));
        live = new LiveSearch(new Engines(http), log);
        api = new SearchResource(live, new SharedSearch(new MemoryResultCache(nanos::get), log));
    }

    static SearchConfig.Engine searxng(String url) {
        return new SearchConfig.Engine("searxng", url, 8_000);
    }

    void configure(SearchConfig search) {
        var none = Config.EMPTY;
        var config =
                new Config(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        none.resilience(),
                        none.limits(),
                        search);
        live.prepare(new Snapshot(1, Instant.EPOCH, config)).run();
    }

    LiveSearch live() {
        return live;
    }

    SearchApi api() {
        return api;
    }

    Vertx vertx() {
        return vertx;
    }

    void passSeconds(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000);
    }

    /** How many searches were counted with these words. */
    double counted(String engine, String outcome, String cache) {
        var counter =
                meters.find("gateway.search.requests")
                        .tags("provider", engine, "outcome", outcome, "cache", cache)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        http.close();
        vertx.close();
    }
}
