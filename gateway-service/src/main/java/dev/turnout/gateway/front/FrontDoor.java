package dev.turnout.gateway.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The endpoints for clients, and what every other path gets. */
@Singleton
public class FrontDoor {

    /** Before every route that is not for clients, so that no path but ours is answered. */
    private static final int LAST_OF_OURS = 9_000;

    private static final int FIRST = -1;

    private final ModelRequests requests;
    private final ModelsEndpoint models;
    private final Refusals refusals;

    @Inject
    FrontDoor(ModelRequests requests, ModelsEndpoint models, Refusals refusals) {
        this.requests = requests;
        this.models = models;
        this.refusals = refusals;
    }

    void open(@Observes Router router) {
        router.errorHandler(400, refusals::malformed);
        router.route()
                .order(FIRST)
                .handler(refusals::checkFraming)
                .failureHandler(refusals::unroutable);
        // Claude Code asks at its start whether anybody is there, without a credential.
        for (var path : List.of("/", "/api/hello")) {
            router.head(path).order(0).handler(greeted -> greeted.response().end());
            router.get(path).order(0).handler(FrontDoor::greet);
        }
        for (var endpoint : Endpoint.ALL) {
            serve(
                    router,
                    HttpMethod.POST,
                    endpoint.path(),
                    request -> requests.serve(request, endpoint));
        }
        serve(router, HttpMethod.GET, ModelsEndpoint.PATH, models::list);
        serve(router, HttpMethod.GET, ModelsEndpoint.PATH + "/*", models::one);
        router.route().order(LAST_OF_OURS).handler(refusals::notFound);
    }

    private void serve(
            Router router, HttpMethod method, String path, Handler<RoutingContext> handler) {
        router.route(method, path).order(0).handler(handler).failureHandler(refusals::failed);
        router.route(path).order(1).handler(request -> refusals.methodNotAllowed(request, method));
    }

    private static void greet(RoutingContext request) {
        request.response()
                .putHeader("content-type", "text/plain; charset=utf-8")
                .end(
                        "Turnout is here. Clients call POST /v1/messages, or with OpenAI's SDK POST"
                                + " /v1/chat/completions.\n");
    }
}
