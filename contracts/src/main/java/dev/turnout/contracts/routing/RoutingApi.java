package dev.turnout.contracts.routing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Decides which targets answer a request. */
@Path("/internal/routing")
@RegisterRestClient(configKey = "routing")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface RoutingApi {

    /**
     * Plans one request; never blocks. Fails with a problem: {@code POLICY_BLOCKED} where nothing
     * configured can serve it, {@code FORBIDDEN} where the caller may use nothing that could,
     * {@code INVALID_REQUEST} for a model name that is none, {@code UNAVAILABLE} where no
     * configuration has arrived yet.
     */
    @POST
    @Path("plan")
    Uni<RoutePlan> plan(PlanRequest request);
}
