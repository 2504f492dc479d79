package dev.turnout.config.acknowledgement;

import dev.turnout.contracts.config.Acknowledgement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each replica made of the revision that it was told last. */
@ApplicationScoped
public class Acknowledgements {

    /** Far more than there are; a peer that makes names up does not fill the memory. */
    private static final int MOST = 10_000;

    private final Map<Replica, Acknowledgement> newest = new ConcurrentHashMap<>();

    private record Replica(String service, String name) {}

    /** Records it, in place of an earlier one of the same replica. */
    public void add(Acknowledgement acknowledgement) {
        var replica = new Replica(acknowledgement.service(), acknowledgement.replica());
        if (newest.size() < MOST || newest.containsKey(replica)) {
            newest.merge(replica, acknowledgement, Acknowledgements::later);
        }
    }

    /** The newest of each replica, by service and replica. */
    public List<Acknowledgement> all() {
        return newest.values().stream()
                .sorted(
                        Comparator.comparing(Acknowledgement::service)
                                .thenComparing(Acknowledgement::replica))
                .toList();
    }

    private static Acknowledgement later(Acknowledgement known, Acknowledgement next) {
        return next.at().isBefore(known.at()) ? known : next;
    }
}
