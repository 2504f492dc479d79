package dev.turnout.routing;

import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.RoutingApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers the routing contract from the table that is current when the question comes. */
@ApplicationScoped
public class RoutingResource implements RoutingApi {

    private final LiveRoutingTable live;

    @Inject
    RoutingResource(LiveRoutingTable live) {
        this.live = live;
    }

    @Override
    public Uni<RoutePlan> plan(PlanRequest request) {
        return Uni.createFrom().item(() -> RoutePlanner.plan(live.current(), request));
    }
}
