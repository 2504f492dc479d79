package dev.turnout.kit.remote;

import dev.turnout.contracts.config.ConfigApi;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.routing.RoutingApi;
import dev.turnout.contracts.search.SearchApi;
import dev.turnout.kit.internal.ServiceSecret;
import dev.turnout.kit.reply.AdapterAddresses;
import dev.turnout.kit.reply.FrameCodec;
import dev.turnout.kit.reply.RemoteProvider;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
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
        return request -> Reaching.service("routing", () -> remote.plan(request));
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
        return query -> Reaching.service("search", () -> remote.search(query));
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    ProviderApi provider(
            Vertx vertx, FrameCodec codec, AdapterAddresses addresses, ServiceSecret secret) {
        return new RemoteProvider(vertx, codec, addresses, secret);
    }
}
