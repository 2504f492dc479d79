package dev.turnout.search.engine;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks engines over HTTP, with one client and its kept connections for all of them. */
@ApplicationScoped
public class EngineHttp {

    private static final int CONNECTIONS_PER_ENGINE = 64;

    /** Shorter than the 60 s after which common load balancers drop an idle connection. */
    private static final int KEEP_ALIVE_SECONDS = 45;

    private static final int CONNECT_MILLIS = 3_000;

    private final HttpClient http;

    @Inject
    public EngineHttp(Vertx vertx) {
        this.http =
                vertx.httpClientBuilder()
                        .with(
                                new HttpClientOptions()
                                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                        .setDecompressionSupported(true)
                                        .setConnectTimeout(CONNECT_MILLIS)
                                        // Our trace ids are no engine's affair.
                                        .setTracingPolicy(TracingPolicy.IGNORE))
                        .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_ENGINE))
                        // The exchange says what became of it; nobody else has to.
                        .withConnectHandler(connection -> connection.exceptionHandler(known -> {}))
                        .build();
    }

    /**
     * The whole answer to a GET, whatever its status; redirects are not followed. Fails with a
     * problem where none comes, or one that is larger than a page of hits can be. Sets no limit of
     * time: cancelling ends the request.
     */
    Uni<EngineAnswer> get(String url) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .setFollowRedirects(false)
                        .putHeader("accept", "application/json")
                        .putHeader("user-agent", "turnout");
        return Uni.createFrom()
                .emitter(answer -> new EngineExchange(answer).start(http.request(options)));
    }

    @PreDestroy
    public void close() {
        http.close();
    }
}
