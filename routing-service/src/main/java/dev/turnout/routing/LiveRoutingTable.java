package dev.turnout.routing;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.live.SnapshotConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The table of the newest revision; a request keeps the one that it began with. */
@ApplicationScoped
public class LiveRoutingTable implements SnapshotConsumer {

    private static final int SECONDS_UNTIL_CONFIGURED = 5;

    private volatile @Nullable RoutingTable table;

    @Override
    public String service() {
        return "routing";
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        RoutingTable next = RoutingTable.of(snapshot);
        return () -> table = next;
    }

    /** The table to plan with; an {@code UNAVAILABLE} problem before the first snapshot. */
    RoutingTable current() {
        RoutingTable current = table;
        if (current == null) {
            throw Problem.of(
                            ProblemCode.UNAVAILABLE,
                            "routing has received no configuration yet; try again in a few seconds,"
                                    + " and see `turnout status` if that does not help",
                            SECONDS_UNTIL_CONFIGURED)
                    .asException();
        }
        return current;
    }
}
