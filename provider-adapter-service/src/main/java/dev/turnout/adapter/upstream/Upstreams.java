package dev.turnout.adapter.upstream;

import dev.turnout.adapter.credential.Credentials;
import dev.turnout.adapter.credential.Secret;
import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.Dialects;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens requests at providers, over one client and its kept connections for all of them. */
@ApplicationScoped
public class Upstreams {

    private static final int CONNECTIONS_PER_PROVIDER = 4_096;

    /** Shorter than the 60 s after which common load balancers drop an idle connection. */
    private static final int KEEP_ALIVE_SECONDS = 45;

    private static final int LARGEST_READ = 64 << 10;
    private static final int LARGEST_HEADERS = 64 << 10;

    private final Credentials credentials;
    private final AddressGuard addresses;
    private final HttpClient http;

    @Inject
    public Upstreams(Vertx vertx, Credentials credentials, AddressGuard addresses) {
        this.credentials = credentials;
        this.addresses = addresses;
        this.http =
                vertx.httpClientBuilder()
                        .with(
                                new HttpClientOptions()
                                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                        // For what comes compressed though we ask for the opposite.
                                        .setDecompressionSupported(true)
                                        .setMaxChunkSize(LARGEST_READ)
                                        .setMaxHeaderSize(LARGEST_HEADERS)
                                        // Our trace ids are no provider's affair.
                                        .setTracingPolicy(TracingPolicy.IGNORE))
                        .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_PROVIDER))
                        // The attempt says what became of it; nobody else has to.
                        .withConnectHandler(connection -> connection.exceptionHandler(known -> {}))
                        .build();
    }

    /**
     * A connection to the provider with a request on it, all but the body, which is still to be
     * sent: on the caller's event loop. Fails with a problem for what we refuse ourselves, else
     * with what went wrong with the connection.
     *
     * @param model the provider's own name of it
     */
    public Future<HttpClientRequest> open(
            Provider.Remote provider, ProviderCall call, String model) {
        var uri = uri(provider, call, model);
        return secret(provider)
                .compose(
                        secret ->
                                addresses
                                        .address(provider)
                                        .compose(
                                                address -> {
                                                    var options =
                                                            options(provider, call, uri, secret);
                                                    address.ifPresent(options::setServer);
                                                    return http.request(options);
                                                }));
    }

    private Future<Optional<Secret>> secret(Provider.Remote provider) {
        var key = provider.key();
        return key == null
                ? Future.succeededFuture(Optional.empty())
                : credentials.of(provider.name(), key).map(Optional::of);
    }

    private static RequestOptions options(
            Provider.Remote provider, ProviderCall call, String uri, Optional<Secret> secret) {
        var url = provider.url();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(url.secure())
                .setHost(url.host())
                .setPort(url.port())
                .setURI(uri)
                .setFollowRedirects(false)
                .setConnectTimeout(provider.limits().connectMs())
                .setHeaders(RequestHeaders.of(call, provider, secret));
    }

    /** The client's query is for a provider that speaks as the client does. */
    private static String uri(Provider.Remote provider, ProviderCall call, String model) {
        var path = provider.url().path() + path(provider, call, model);
        return call.query().isEmpty() || provider.dialect() != call.dialect()
                ? path
                : path + "?" + call.query();
    }

    private static String path(Provider.Remote provider, ProviderCall call, String model) {
        var path =
                Dialects.provider(provider.dialect()).path(call.operation(), model, call.stream());
        if (path == null) {
            throw new IllegalStateException(
                    call.operation() + " has no path at " + provider.name());
        }
        return path;
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
