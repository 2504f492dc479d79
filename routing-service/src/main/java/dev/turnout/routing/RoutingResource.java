package dev.turnout.routing;

import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.RoutingApi;
import dev.turnout.kit.log.RequestLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Answers the routing contract from the table that is current when the question comes. */
@ApplicationScoped
public class RoutingResource implements RoutingApi {

    private static final Logger LOG = Logger.getLogger(RoutingResource.class);

    private final LiveRoutingTable live;

    @Inject
    RoutingResource(LiveRoutingTable live) {
        this.live = live;
    }

    @Override
    public Uni<RoutePlan> plan(PlanRequest request) {
        RequestLog.mark(request.context());
        return Uni.createFrom()
                .item(() -> RoutePlanner.plan(live.current(), request))
                .onItem()
                .invoke(RoutingResource::log);
    }

    private static void log(RoutePlan plan) {
        LOG.infof(
                "planned route=%s targets=%s revision=%d reason=%s",
                RequestLog.printable(plan.route()),
                RequestLog.printable(plan.targets().toString()),
                plan.revision(),
                plan.reason());
    }
}
