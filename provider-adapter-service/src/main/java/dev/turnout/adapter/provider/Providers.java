package dev.turnout.adapter.provider;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The providers at each of the last few revisions, so that a call is served as it was planned: a
 * gateway may be a little ahead of this process, or behind it.
 */
@ApplicationScoped
public class Providers implements SnapshotConsumer {

    /** Plans live as long as a request waits for its turn; nobody pushes more in that time. */
    private static final int KEPT = 8;

    private static final long PATIENCE_MILLIS = 2_000;

    private final Vertx vertx;
    private final long patienceMillis;

    /** By revision, then by name in lower case; replaced whole. */
    private volatile NavigableMap<Long, Map<String, Provider>> revisions = new TreeMap<>();

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /** A call that was planned on a revision that has not come yet. */
    private record Waiting(long revision, Context context, Promise<Boolean> come) {}

    @Inject
    Providers(Vertx vertx) {
        this(vertx, PATIENCE_MILLIS);
    }

    /**
     * A registry without any revision.
     *
     * @param patienceMillis how long a call waits for a revision that is still to come
     */
    public Providers(Vertx vertx, long patienceMillis) {
        this.vertx = vertx;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public String service() {
        return "adapter";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        var config = snapshot.config();
        var byName = new HashMap<String, Provider>();
        config.providers()
                .forEach(
                        (name, provider) ->
                                byName.put(
                                        name.toLowerCase(Locale.ROOT),
                                        new ProviderReader(name, provider)
                                                .read(config.resilience())));
        byName.put(Target.SEARCH, new Provider.WebSearch());
        return () -> apply(snapshot.revision(), Map.copyOf(byName));
    }

    private void apply(long revision, Map<String, Provider> byName) {
        // No number is used twice, but where an older one comes, what is newer is void.
        var next = new TreeMap<>(revisions.headMap(revision, false));
        next.put(revision, byName);
        while (next.size() > KEPT) {
            next.pollFirstEntry();
        }
        revisions = next;
        waiting.removeIf(
                call -> {
                    boolean come = call.revision() <= revision;
                    if (come) {
                        call.context().runOnContext(now -> call.come().tryComplete(true));
                    }
                    return come;
                });
    }

    /**
     * The provider as it is at a revision, without regard to the name's case. A revision that is
     * still to come is waited for, without blocking and on the caller's event loop; for one that is
     * no longer kept, the next newer one stands in. Fails with {@code UNAVAILABLE} where the
     * revision does not come, or has no such provider.
     */
    public Future<Provider> find(long revision, String name) {
        if (isKnown(revision)) {
            return lookUp(revision, name);
        }
        var context = vertx.getOrCreateContext();
        var call = new Waiting(revision, context, Promise.promise());
        waiting.add(call);
        long timer = vertx.setTimer(patienceMillis, late -> call.come().tryComplete(false));
        if (isKnown(revision)) {
            // It came between the look and the wait.
            call.come().tryComplete(true);
        }
        return call.come()
                .future()
                .compose(
                        come -> {
                            waiting.remove(call);
                            vertx.cancelTimer(timer);
                            return lookUp(revision, name);
                        });
    }

    private boolean isKnown(long revision) {
        var known = revisions;
        return !known.isEmpty() && known.lastKey() >= revision;
    }

    private Future<Provider> lookUp(long revision, String name) {
        var at = revisions.ceilingEntry(revision);
        if (at == null) {
            return unavailable(
                    "The provider adapter has not yet got revision %d of the configuration; try again in a moment."
                            .formatted(revision));
        }
        var provider = at.getValue().get(name.toLowerCase(Locale.ROOT));
        return provider == null
                ? unavailable(
                        "No provider is named %s in revision %d of the configuration; try again, the routes may just have changed."
                                .formatted(name, at.getKey()))
                : Future.succeededFuture(provider);
    }

    /** Either is over as soon as this process has caught up with the configuration. */
    private static Future<Provider> unavailable(String message) {
        return Future.failedFuture(Problem.of(ProblemCode.UNAVAILABLE, message, 1).asException());
    }
}
