package dev.turnout.contracts.search;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Searches the web. */
@Path("/internal/search")
@RegisterRestClient(configKey = "search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SearchApi {

    /** Asks the configured engines; a problem {@code POLICY_BLOCKED} where there is none. */
    @POST
    Uni<SearchResult> search(SearchQuery query);
}
