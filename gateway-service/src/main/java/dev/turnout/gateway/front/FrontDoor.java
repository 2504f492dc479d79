package dev.turnout.gateway.front;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.gateway.GatewaySettings;
import dev.turnout.gateway.admission.BodiesInFlight;
import dev.turnout.gateway.authentication.Authentication;
import dev.turnout.gateway.authentication.Verdict;
import dev.turnout.gateway.dispatch.Arrival;
import dev.turnout.gateway.dispatch.Dispatcher;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.DialectRoles;
import dev.turnout.protocol.peek.Peek;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The endpoints for clients. Each request passes: who is it, its body, a look at it, dispatch. */
@Singleton
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before every route that is not for clients, so that no path but ours is answered. */
    private static final int LAST_OF_OURS = 9_000;

    private static final int FIRST = -1;

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final Authentication authentication;
    private final BodiesInFlight bodies;
    private final Dispatcher dispatcher;
    private final Refusals refusals;

    @Inject
    FrontDoor(
            Vertx vertx,
            GatewaySettings settings,
            Authentication authentication,
            BodiesInFlight bodies,
            Dispatcher dispatcher,
            Metrics metrics) {
        this.vertx = vertx;
        this.settings = settings;
        this.authentication = authentication;
        this.bodies = bodies;
        this.dispatcher = dispatcher;
        this.refusals = new Refusals(metrics);
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
        post(router, "/v1/messages", Dialect.ANTHROPIC, Operation.GENERATE);
        post(router, "/v1/messages/count_tokens", Dialect.ANTHROPIC, Operation.COUNT_TOKENS);
        router.route().order(LAST_OF_OURS).handler(refusals::notFound);
    }

    private void post(Router router, String path, Dialect dialect, Operation operation) {
        router.post(path)
                .order(0)
                .handler(request -> serve(request, dialect, operation))
                .failureHandler(refusals::failed);
        router.route(path).order(1).handler(request -> refusals.methodNotAllowed(request, path));
    }

    private static void greet(RoutingContext request) {
        request.response()
                .putHeader("content-type", "text/plain; charset=utf-8")
                .end("Turnout is here. Clients call POST /v1/messages.\n");
    }

    private void serve(RoutingContext routed, Dialect dialect, Operation operation) {
        long since = System.nanoTime();
        var request = routed.request();
        var requestId = RequestId.fresh();
        RequestLog.mark(requestId);
        var roles = Dialects.of(dialect);
        var reply = new ClientReply(request.response(), roles, requestId);
        switch (authentication.of(request)) {
            case Verdict.Refused(var problem) -> refusals.refuse(request, reply, problem);
            case Verdict.Known(var principal) -> {
                var client = Presence.of(request.response());
                var context = context(requestId, principal);
                var room = bodies.room();
                BodyReader.read(vertx, settings, request, room)
                        .compose(
                                body ->
                                        look(roles, body, operation, request)
                                                .map(peek -> new Looked(body, peek)))
                        .onComplete(
                                looked -> {
                                    // Admission sets room aside anew, for what is held.
                                    room.bodyReleased();
                                    if (client.isGone()) {
                                        LOG.debug("the client left before its request was whole");
                                    } else if (looked.succeeded()) {
                                        var seen = looked.result();
                                        var arrival =
                                                arrival(
                                                        context,
                                                        dialect,
                                                        operation,
                                                        request,
                                                        seen.peek(),
                                                        since);
                                        client.onLeaving(
                                                dispatcher.dispatch(arrival, seen.body(), reply)
                                                        ::clientLeft);
                                    } else {
                                        refusals.refuse(request, reply, looked.cause());
                                    }
                                });
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Looked(byte[] body, Peek peek) {}

    private static Arrival arrival(
            CallContext context,
            Dialect dialect,
            Operation operation,
            HttpServerRequest request,
            Peek peek,
            long since) {
        return new Arrival(
                context,
                dialect,
                operation,
                Objects.requireNonNullElse(request.query(), ""),
                EndToEndHeaders.of(request.headers()),
                peek,
                since,
                System.nanoTime());
    }

    private CallContext context(String requestId, Principal principal) {
        return new CallContext(requestId, principal, Instant.now().plus(settings.deadline()));
    }

    /** One pass over the body; a big one would hold up everybody else on the event loop. */
    private Future<Peek> look(
            DialectRoles roles, byte[] body, Operation operation, HttpServerRequest request) {
        if (body.length < settings.bigBody()) {
            try {
                return Future.succeededFuture(roles.peek(body, operation, request::getHeader));
            } catch (ProblemException e) {
                return Future.failedFuture(e);
            }
        }
        return vertx.executeBlocking(() -> roles.peek(body, operation, request::getHeader), false)
                .map(Objects::requireNonNull);
    }
}
