package dev.turnout.adapter;

import dev.turnout.adapter.call.Calls;
import dev.turnout.adapter.credential.Credentials;
import dev.turnout.adapter.provider.Providers;
import dev.turnout.adapter.upstream.AddressGuard;
import dev.turnout.adapter.upstream.Upstreams;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Snapshot;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Map;

/** An adapter without its container, on an event loop of its own. */
public final class Adapter implements AutoCloseable {

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
    private final Calls calls;

    public Adapter() {
        this(Map.of());
    }

    public Adapter(Map<String, String> environment) {
        calls =
                new Calls(
                        vertx,
                        providers,
                        new Upstreams(
                                vertx,
                                new Credentials(vertx, environment, System::nanoTime),
                                new AddressGuard(vertx, "cluster")));
    }

    public Vertx vertx() {
        return vertx;
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
