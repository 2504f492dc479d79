package dev.turnout.config.acknowledgement;

import dev.turnout.contracts.config.Acknowledgement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What each replica made of the revision that it was told last. A replica that has been behind
 * another one of its service for a while is gone, and is forgotten.
 */
@ApplicationScoped
public class Acknowledgements {

    /** Far more than there are; a peer that makes names up does not fill the memory. */
    private static final int MOST = 10_000;

    /** How long a replica may be behind: far longer than any takes to apply a revision. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Replica, Known> replicas = new ConcurrentHashMap<>();

    private record Replica(String service, String name) {}

    /**
     * @param behindSince when another replica of its service was first seen to be ahead; null for
     *     one that is as far as any
     */
    private record Known(Acknowledgement newest, @Nullable Instant behindSince) {

        Known after(Acknowledgement next) {
            return next.at().isBefore(newest.at()) ? this : new Known(next, behindSince);
        }

        Known held(long against, Instant now) {
            if (newest.revision() >= against) {
                return new Known(newest, null);
            }
            return behindSince == null ? new Known(newest, now) : this;
        }
    }

    @Inject
    public Acknowledgements() {
        this(Clock.systemUTC());
    }

    Acknowledgements(Clock clock) {
        this.clock = clock;
    }

    /** Records it, in place of an earlier one of the same replica. */
    public synchronized void add(Acknowledgement acknowledgement) {
        forget();
        var replica = new Replica(acknowledgement.service(), acknowledgement.replica());
        if (replicas.size() < MOST || replicas.containsKey(replica)) {
            replicas.merge(
                    replica,
                    new Known(acknowledgement, null),
                    (known, next) -> known.after(next.newest()));
            compare(acknowledgement.service());
        }
    }

    private void compare(String service) {
        long ahead =
                replicas.values().stream()
                        .map(Known::newest)
                        .filter(newest -> newest.service().equals(service))
                        .mapToLong(Acknowledgement::revision)
                        .max()
                        .orElse(0);
        var now = clock.instant();
        replicas.replaceAll(
                (replica, known) ->
                        replica.service().equals(service) ? known.held(ahead, now) : known);
    }

    /** The newest of each replica, by service and replica. */
    public synchronized List<Acknowledgement> all() {
        forget();
        return replicas.values().stream()
                .map(Known::newest)
                .sorted(
                        Comparator.comparing(Acknowledgement::service)
                                .thenComparing(Acknowledgement::replica))
                .toList();
    }

    private void forget() {
        var longAgo = clock.instant().minus(PATIENCE);
        replicas.values()
                .removeIf(
                        known ->
                                known.behindSince() != null
                                        && known.behindSince().isBefore(longAgo));
    }
}
