package dev.turnout.gateway.front;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.gateway.GatewaySettings;
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

/** The endpoints for clients. Each request passes: who is it, its body, a look at it, dispatch. */
@Singleton
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before every route that is not for clients, so that no path but ours is answered. */
    private static final int LAST_OF_OURS = 9_000;

    private static final long MOST_DISCARDED = 64L << 20;

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final Authentication authentication;
    private final Dispatcher dispatcher;
    private final Metrics metrics;

    @Inject
    FrontDoor(
            Vertx vertx,
            GatewaySettings settings,
            Authentication authentication,
            Dispatcher dispatcher,
            Metrics metrics) {
        this.vertx = vertx;
        this.settings = settings;
        this.authentication = authentication;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    void open(@Observes Router router) {
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
        router.post(path).order(0).handler(request -> serve(request, dialect, operation));
        router.route(path).order(1).handler(request -> methodNotAllowed(request, path));
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
                BodyReader.read(request, settings.maxBody())
                        .compose(
                                body ->
                                        look(roles, body, operation, request)
                                                .map(peek -> new Looked(body, peek)))
                        .map(seen -> arrival(context, dialect, operation, request, seen, since))
                        .onSuccess(arrival -> dispatch(request, reply, arrival, gone.get()))
                        .onFailure(fault -> refuse(request, reply, problem(fault)));
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

    private void dispatch(
            HttpServerRequest request, ClientReply reply, Arrival arrival, boolean gone) {
        if (gone) {
            LOG.debug("the client left before its request was whole");
            return;
        }
        var exchange = dispatcher.dispatch(arrival, reply);
        request.response().closeHandler(closed -> exchange.clientLeft());
    }

    private static Problem problem(Throwable fault) {
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
        answer(routed, ProblemCode.METHOD_NOT_ALLOWED, path + " takes POST.");
    }

    private void notFound(RoutingContext routed) {
        var path = routed.normalizedPath();
        var message =
                path.startsWith("/v1/v1/")
                        ? "There is no " + path + ": set ANTHROPIC_BASE_URL without /v1 at its end."
                        : "There is nothing here. Clients call POST /v1/messages.";
        answer(routed, ProblemCode.NOT_FOUND, message);
    }

    private void answer(RoutingContext routed, ProblemCode code, String message) {
        var reply =
                new ClientReply(
                        routed.response(), Dialects.of(Dialect.ANTHROPIC), RequestId.fresh());
        refuse(routed.request(), reply, Problem.of(code, message));
    }
}
