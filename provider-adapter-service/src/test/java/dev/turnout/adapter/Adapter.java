package dev.turnout.adapter;

import dev.turnout.adapter.call.Calls;
import dev.turnout.adapter.count.TokenCounts;
import dev.turnout.adapter.credential.Credentials;
import dev.turnout.adapter.provider.Providers;
import dev.turnout.adapter.reasoning.LocalReasoningMemory;
import dev.turnout.adapter.reasoning.ReasoningKeys;
import dev.turnout.adapter.reasoning.ReasoningMemory;
import dev.turnout.adapter.reasoning.Recollection;
import dev.turnout.adapter.upstream.AddressGuard;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.kit.metrics.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An adapter without its container, on an event loop of its own. */
public final class Adapter implements AutoCloseable {

    private static final SearchApi NO_HITS =
            query -> Uni.createFrom().item(new SearchResult("none", List.of()));

    private static final long AT_ONCE = 300;
    private static final long NEVER = 60_000;

    /** Nothing runs out in a test, however busy the machine. */
    public static final Resilience PATIENT = new Resilience(NEVER, NEVER, NEVER);

    /** The first event is late at once. */
    public static final Resilience IMPATIENT_AT_FIRST = new Resilience(NEVER, AT_ONCE, NEVER);

    /** Between two events of an answer it is soon too long. */
    public static final Resilience IMPATIENT_LATER = new Resilience(NEVER, NEVER, AT_ONCE);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context loop = vertx.getOrCreateContext();
    private final Providers providers = new Providers(vertx, 200);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TokenCounts counts = new TokenCounts(vertx);
    private final Calls calls;

    public Adapter() {
        this(Map.of());
    }

    /** One whose searches are answered so. */
    public Adapter(SearchApi search) {
        this(Map.of(), search, new LocalReasoningMemory());
    }

    public Adapter(Map<String, String> environment) {
        this(environment, NO_HITS, new LocalReasoningMemory());
    }

    /** One that remembers reasoning there. */
    public Adapter(ReasoningMemory memory) {
        this(Map.of(), NO_HITS, memory);
    }

    private Adapter(Map<String, String> environment, SearchApi search, ReasoningMemory memory) {
        var metrics = new Metrics(meters);
        calls =
                new Calls(
                        vertx,
                        providers,
                        new Upstreams(
                                vertx,
                                new Credentials(vertx, environment, System::nanoTime),
                                new AddressGuard(vertx, "cluster")),
                        counts,
                        search,
                        metrics,
                        new ReasoningKeys(() -> Path.of("none"), "cluster", metrics),
                        new Recollection(vertx, memory, metrics));
    }

    public Vertx vertx() {
        return vertx;
    }

    /** How often a field has been dropped in translation. */
    public long dropped(String field) {
        return Math.round(
                meters.get("gateway.translation.dropped").tag("field", field).counter().count());
    }

    /** How often reasoning has come to this end. */
    public long reasoning(String outcome) {
        return Math.round(meters.counter("gateway.reasoning", "outcome", outcome).count());
    }

    public Calls calls() {
        return calls;
    }

    /** Makes revision 1 of one provider named {@code fake}. */
    public Adapter with(ProviderConfig fake) {
        return with(fake, PATIENT);
    }

    public Adapter with(ProviderConfig fake, Resilience limits) {
        apply(Configured.snapshot(1, Map.of("fake", fake), limits));
        return this;
    }

    public void apply(Snapshot snapshot) {
        providers.prepare(snapshot).run();
    }

    /** Asks, and takes whatever comes. */
    public Listener ask(Asked asked) {
        return ask(asked, Long.MAX_VALUE);
    }

    /** Asks, and wants so many frames at first. */
    public Listener ask(Asked asked, long demand) {
        return Listener.to(loop, calls.call(asked.call(), asked.body()), demand);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
