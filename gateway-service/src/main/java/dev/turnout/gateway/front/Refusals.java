package dev.turnout.gateway.front;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.metrics.Metrics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers what comes no further than the door, in the client's dialect as far as one is known. */
@Singleton
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private static final long MOST_DISCARDED = 64L << 20;

    private final Metrics metrics;

    @Inject
    Refusals(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Refuses what two readers may cut differently (RFC 9112, 6.1 and 6.3): behind a proxy, a
     * request could be smuggled in so.
     */
    void checkFraming(RoutingContext routed) {
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
    void unroutable(RoutingContext routed) {
        switch (routed.statusCode()) {
            case 400 -> malformed(routed);
            case 404 -> notFound(routed);
            default -> routed.next();
        }
    }

    void malformed(RoutingContext routed) {
        answer(
                routed,
                Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The request is malformed: check its path and its Host."));
    }

    void methodNotAllowed(RoutingContext routed, HttpMethod allowed) {
        routed.response().putHeader("allow", allowed.name());
        answer(
                routed,
                Problem.of(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        routed.normalizedPath() + " takes " + allowed + "."));
    }

    void notFound(RoutingContext routed) {
        answer(
                routed,
                Problem.of(ProblemCode.NOT_FOUND, WrongPath.advice(routed.normalizedPath())));
    }

    /** A handler failed where nobody expected it to. */
    void failed(RoutingContext routed) {
        answer(routed, problem(routed.failure()));
    }

    private void answer(RoutingContext routed, Problem problem) {
        var request = routed.request();
        var dialect = ClientDialect.of(request);
        refuse(request, new ClientReply(request.response(), dialect, RequestId.fresh()), problem);
    }

    /** Answers, unless that has been done. */
    void refuse(HttpServerRequest request, ClientReply reply, Throwable fault) {
        if (!reply.isOver()) {
            refuse(request, reply, problem(fault));
        }
    }

    void refuse(HttpServerRequest request, ClientReply reply, Problem problem) {
        metrics.rejected(problem.code());
        // A flood must not flood the log as well.
        var level =
                problem.code() == ProblemCode.RATE_LIMITED ? Logger.Level.DEBUG : Logger.Level.INFO;
        LOG.logf(level, "request refused reason=%s", problem.code());
        reply.fail(problem, List.of());
        discardRest(request);
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
}
