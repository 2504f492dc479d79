package dev.turnout.config.acknowledgement;

import dev.turnout.contracts.config.Acknowledgement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    private final Map<Replica, Acknowledgement> newest = new ConcurrentHashMap<>();

    private record Replica(String service, String name) {}

    @Inject
    public Acknowledgements() {
        this(Clock.systemUTC());
    }

    Acknowledgements(Clock clock) {
        this.clock = clock;
    }

    /** Records it, in place of an earlier one of the same replica. */
    public void add(Acknowledgement acknowledgement) {
        forget();
        var replica = new Replica(acknowledgement.service(), acknowledgement.replica());
        if (newest.size() < MOST || newest.containsKey(replica)) {
            newest.merge(replica, acknowledgement, Acknowledgements::later);
        }
    }

    /** The newest of each replica, by service and replica. */
    public List<Acknowledgement> all() {
        forget();
        return newest.values().stream()
                .sorted(
                        Comparator.comparing(Acknowledgement::service)
                                .thenComparing(Acknowledgement::replica))
                .toList();
    }

    private void forget() {
        var longAgo = clock.instant().minus(PATIENCE);
        var expected = new HashMap<String, Long>();
        newest.values().stream()
                .filter(one -> one.at().isBefore(longAgo))
                .forEach(one -> expected.merge(one.service(), one.revision(), Math::max));
        newest.values().removeIf(one -> one.revision() < expected.getOrDefault(one.service(), 0L));
    }

    private static Acknowledgement later(Acknowledgement known, Acknowledgement next) {
        return next.at().isBefore(known.at()) ? known : next;
    }
}
