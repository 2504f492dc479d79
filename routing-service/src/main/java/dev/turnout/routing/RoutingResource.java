package dev.turnout.routing;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.RoutingApi;
import io.smallrye.mutiny.Uni;

/** Answers the routing contract. */
public class RoutingResource implements RoutingApi {

    @Override
    public Uni<RoutePlan> plan(PlanRequest request) {
        return Uni.createFrom()
                .failure(
                        Problem.of(ProblemCode.UNAVAILABLE, "no configuration has arrived yet")
                                .asException());
    }
}
