package dev.turnout.gateway.front;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
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
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The endpoints for clients. Each request passes: who is it, its body, a look at it, dispatch. */
@Singleton
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before every route that is not for clients, so that no path but ours is answered. */
    private static final int LAST_OF_OURS = 9_000;

    private static final int FIRST = -1;

    private static final long MOST_DISCARDED = 64L << 20;

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final Authentication authentication;
    private final BodiesInFlight bodies;
    private final Dispatcher dispatcher;
    private final Metrics metrics;

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
        this.metrics = metrics;
    }

    void open(@Observes Router router) {
        router.errorHandler(400, this::malformed);
        router.route().order(FIRST).handler(this::checkFraming).failureHandler(this::unroutable);
        // Claude Code asks at its start whether anybody is there, without a credential.
        for (var path : List.of("/", "/api/hello")) {
            router.head(path).order(0).handler(greeted -> greeted.response().end());
            router.get(path).order(0).handler(FrontDoor::greet);
        }
        post(router, "/v1/messages", Dialect.ANTHROPIC, Operation.GENERATE);
        post(router, "/v1/messages/count_tokens", Dialect.ANTHROPIC, Operation.COUNT_TOKENS);
        router.route().order(LAST_OF_OURS).handler(this::notFound);
    }

    private void post(Router router, String path, Dialect dialect, Operation operation) {
        router.post(path)
                .order(0)
                .handler(request -> serve(request, dialect, operation))
                .failureHandler(request -> answer(request, problem(request.failure())));
        router.route(path).order(1).handler(request -> methodNotAllowed(request, path));
    }

    /**
     * Refuses what two readers may cut differently (RFC 9112, 6.1 and 6.3): behind a proxy, a
     * request could be smuggled in so.
     */
    private void checkFraming(RoutingContext routed) {
        var encodings = routed.request().headers().getAll("transfer-encoding");
        if (encodings.isEmpty()
                || encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked")) {
            routed.next();
        } else {
            metrics.rejected(ProblemCode.INVALID_REQUEST);
            // As the server itself answers such; not ended, so that nothing behind it is served.
            routed.response().setStatusCode(400).putHeader("content-length", "0");
            routed.response().write(Buffer.buffer());
            routed.request().connection().close();
        }
    }

    /** What no route gets to see: a request without a Host, or with a path that is none. */
    private void unroutable(RoutingContext routed) {
        switch (routed.statusCode()) {
            case 400 -> malformed(routed);
            case 404 -> notFound(routed);
            default -> routed.next();
        }
    }

    private void malformed(RoutingContext routed) {
        answer(
                routed,
                Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The request is malformed: check its path and its Host."));
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
            case Verdict.Refused(var problem) -> refuse(request, reply, problem);
            case Verdict.Known(var principal) -> {
                var gone = new AtomicBoolean();
                request.response().closeHandler(closed -> gone.set(true));
                var context = context(requestId, principal);
                var room = bodies.room();
                BodyReader.read(request, settings.maxBody(), room)
                        .compose(
                                body ->
                                        look(roles, body, operation, request)
                                                .map(peek -> new Looked(body, peek)))
                        .map(seen -> arrival(context, dialect, operation, request, seen, since))
                        .onComplete(
                                looked -> {
                                    // Admission sets room aside anew, for what is held.
                                    room.bodyReleased();
                                    if (gone.get()) {
                                        LOG.debug("the client left before its request was whole");
                                    } else if (looked.succeeded()) {
                                        dispatch(request, reply, looked.result());
                                    } else {
                                        refuse(request, reply, problem(looked.cause()));
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
            Looked seen,
            long since) {
        return new Arrival(
                context,
                dialect,
                operation,
                Objects.requireNonNullElse(request.query(), ""),
                EndToEndHeaders.of(request.headers()),
                seen.body(),
                seen.peek(),
                since);
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

    private void dispatch(HttpServerRequest request, ClientReply reply, Arrival arrival) {
        var exchange = dispatcher.dispatch(arrival, reply);
        // In one JVM a refusal may have ended it already.
        if (!request.response().ended()) {
            request.response().closeHandler(closed -> exchange.clientLeft());
        }
    }

    private static Problem problem(@Nullable Throwable fault) {
        if (fault instanceof ProblemException expected) {
            return expected.problem();
        }
        LOG.error("a request failed at the door by a fault of ours", fault);
        return Problem.of(
                ProblemCode.INTERNAL,
                "The gateway failed; its log says why under this request's id.");
    }

    private void refuse(HttpServerRequest request, ClientReply reply, Problem problem) {
        metrics.rejected(problem.code());
        LOG.infof("request refused reason=%s", problem.code());
        reply.fail(problem, List.of());
        discardRest(request);
    }

    /**
     * Reads on for a while: a connection that is closed while its client still sends is reset, and
     * the answer is lost with it.
     */
    private static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var discarded = new AtomicLong();
        request.handler(
                chunk -> {
                    if (discarded.addAndGet(chunk.length()) > MOST_DISCARDED) {
                        request.connection().close();
                    }
                });
        request.exceptionHandler(broken -> {});
        request.resume();
    }

    private void methodNotAllowed(RoutingContext routed, String path) {
        routed.response().putHeader("allow", HttpMethod.POST.name());
        answer(routed, Problem.of(ProblemCode.METHOD_NOT_ALLOWED, path + " takes POST."));
    }

    private void notFound(RoutingContext routed) {
        var path = routed.normalizedPath();
        var message =
                path.startsWith("/v1/v1/")
                        ? "There is no " + path + ": set ANTHROPIC_BASE_URL without /v1 at its end."
                        : "There is nothing here. Clients call POST /v1/messages.";
        answer(routed, Problem.of(ProblemCode.NOT_FOUND, message));
    }

    private void answer(RoutingContext routed, Problem problem) {
        var reply =
                new ClientReply(
                        routed.response(), Dialects.of(Dialect.ANTHROPIC), RequestId.fresh());
        refuse(routed.request(), reply, problem);
    }
}
