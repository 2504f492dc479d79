package dev.turnout.routing;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * A snapshot made ready for routing: names are found in any case, and nothing is left to work out
 * at a request.
 *
 * @param revision of the snapshot
 * @param names reads what clients write in {@code model}
 * @param routes by name
 * @param agents what is chosen for a sub-agent, by its type
 */
record RoutingTable(
        long revision, ModelNames names, Map<String, Route> routes, Map<String, Choice> agents) {

    /** {@code INVALID_REQUEST} problem where two names of a kind differ in nothing but case. */
    static RoutingTable of(Snapshot snapshot) {
        Config config = snapshot.config();
        Map<String, Choice> agents = new HashMap<>();
        config.agents()
                .forEach(
                        (name, route) ->
                                agents.put(
                                        name,
                                        Choice.route(
                                                "agents." + name,
                                                route,
                                                "sub-agent " + name + " has a route of its own")));
        return new RoutingTable(
                snapshot.revision(),
                ModelNames.of(config),
                AnyCase.map("routes", config.routes()),
                AnyCase.map("agents", agents));
    }
}
