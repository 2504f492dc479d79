package dev.turnout.contracts.config;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.Effort;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named ordered list of targets, and when it is taken.
 *
 * @param targets in the order to be tried; never empty
 * @param effort of {@code think}: the efforts that it is for; empty for the usual ones
 * @param above of {@code longContext}: over how many tokens; null for the usual number
 */
public record Route(List<Target> targets, Set<Effort> effort, @Nullable Long above) {

    public Route {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a route names at least one target");
        }
        effort = Set.copyOf(effort);
    }
}
