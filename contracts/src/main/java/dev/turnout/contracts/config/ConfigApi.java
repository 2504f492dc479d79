package dev.turnout.contracts.config;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Keeps the configuration, pushes it, and knows who runs which revision. */
@Path("/internal/config")
@RegisterRestClient(configKey = "config")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ConfigApi {

    /**
     * The feed: first the newest snapshot unless it is revision {@code after}, and the key ring
     * unless it is version {@code afterKeys}; then each change, and a heartbeat every few seconds
     * whose absence means that the peer is dead. Never ends by itself. Numbers are never used
     * twice: a control plane that lost its store goes on above what its callers have.
     *
     * @param after the revision that the caller serves from; 0 for none
     * @param afterKeys the version of the key ring that it has; 0 for none
     */
    @GET
    @Path("watch")
    @Produces("application/x-ndjson")
    Multi<ConfigEvent> watch(@QueryParam("after") long after, @QueryParam("keys") long afterKeys);

    /** Records what a replica made of a revision. */
    @POST
    @Path("acknowledgements")
    Uni<Void> acknowledge(Acknowledgement acknowledgement);

    /** Validates a document whole and, if nothing is wrong, makes it the newest revision. */
    @POST
    @Path("revisions")
    Uni<SubmissionResult> submit(Submission submission);

    @GET
    @Path("status")
    Uni<ConfigStatus> status();
}
