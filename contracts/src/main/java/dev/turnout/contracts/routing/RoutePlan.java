package dev.turnout.contracts.routing;

import dev.turnout.contracts.Target;
import java.util.List;

/**
 * The answer of routing.
 *
 * @param route the name of the route, {@code explicit} for a target that the client named
 * @param targets in the order to be tried; never empty
 * @param reason in words, for a person who wonders
 * @param revision of the configuration that decided
 */
public record RoutePlan(String route, List<Target> targets, String reason, long revision) {

    public RoutePlan {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a plan names at least one target");
        }
    }
}
