package dev.turnout.kit.remote;

import dev.turnout.contracts.config.ConfigApi;
import dev.turnout.contracts.routing.RoutingApi;
import dev.turnout.contracts.search.SearchApi;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Reaches every callee over HTTP, unless the callee itself runs in this JVM: then its bean wins.
 */
public class RemoteServices {

    @Produces
    @DefaultBean
    @ApplicationScoped
    RoutingApi routing(@RestClient RoutingApi remote) {
        return remote;
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    ConfigApi config(@RestClient ConfigApi remote) {
        return remote;
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    SearchApi search(@RestClient SearchApi remote) {
        return remote;
    }
}
