package dev.turnout.gateway.front;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Principal;
import dev.turnout.gateway.GatewaySettings;
import dev.turnout.gateway.admission.BodiesInFlight;
import dev.turnout.gateway.admission.BodiesInFlight.Room;
import dev.turnout.gateway.dispatch.Arrival;
import dev.turnout.gateway.dispatch.Dispatcher;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.peek.Peek;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Receives requests for models. Each passes: who is it, its body, a look at it, dispatch. */
@Singleton
class ModelRequests {

    private static final Logger LOG = Logger.getLogger(ModelRequests.class);

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final CallerCheck callers;
    private final BodiesInFlight bodies;
    private final Dispatcher dispatcher;
    private final Refusals refusals;

    @Inject
    ModelRequests(
            Vertx vertx,
            GatewaySettings settings,
            CallerCheck callers,
            BodiesInFlight bodies,
            Dispatcher dispatcher,
            Refusals refusals) {
        this.vertx = vertx;
        this.settings = settings;
        this.callers = callers;
        this.bodies = bodies;
        this.dispatcher = dispatcher;
        this.refusals = refusals;
    }

    void serve(RoutingContext routed, Endpoint endpoint) {
        long since = System.nanoTime();
        var request = routed.request();
        var requestId = RequestId.fresh();
        RequestLog.mark(requestId);
        var reply = new ClientReply(request.response(), endpoint.dialect(), requestId);
        var client = ClientPresence.of(request.response());
        var room = bodies.room();
        BodyReader.untilRead(
                request,
                broken -> {
                    if (!client.isGone()) {
                        refusals.refuse(request, reply, broken);
                    }
                });
        callers.admit(request, endpoint.operation())
                .compose(
                        principal ->
                                client.isGone() || reply.isOver()
                                        ? Future.failedFuture("nobody waits any more")
                                        : receive(request, endpoint, principal, room))
                .onComplete(
                        received -> {
                            // Admission sets room aside anew, for what is held.
                            room.bodyReleased();
                            if (client.isGone()) {
                                LOG.debug("the client left before its request was whole");
                            } else if (received.failed()) {
                                refusals.refuse(request, reply, received.cause());
                            } else {
                                var seen = received.result();
                                var arrival = arrival(requestId, endpoint, request, seen, since);
                                client.onLeaving(
                                        dispatcher.dispatch(arrival, seen.body(), reply)
                                                ::clientLeft);
                            }
                        });
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Seen(Principal principal, byte[] body, Peek peek) {}

    private Future<Seen> receive(
            HttpServerRequest request, Endpoint endpoint, Principal principal, Room room) {
        return BodyReader.read(vertx, settings, request, room)
                .compose(
                        body ->
                                look(body, endpoint, request)
                                        .map(peek -> new Seen(principal, body, peek)));
    }

    /**
     * One pass over the body; a big one would hold up everybody else on the event loop. Throws the
     * problem of one that is no request.
     */
    private Future<Peek> look(byte[] body, Endpoint endpoint, HttpServerRequest request) {
        var roles = Dialects.client(endpoint.dialect());
        if (body.length < settings.bigBody()) {
            return Future.succeededFuture(
                    roles.peek(body, endpoint.operation(), request::getHeader));
        }
        return vertx.executeBlocking(
                        () -> roles.peek(body, endpoint.operation(), request::getHeader), false)
                .map(Objects::requireNonNull);
    }

    private Arrival arrival(
            String requestId, Endpoint endpoint, HttpServerRequest request, Seen seen, long since) {
        var deadline = Instant.now().plus(settings.deadline());
        return new Arrival(
                new CallContext(requestId, seen.principal(), deadline),
                endpoint.dialect(),
                endpoint.operation(),
                Objects.requireNonNullElse(request.query(), ""),
                EndToEndHeaders.of(request.headers()),
                seen.peek(),
                since,
                System.nanoTime());
    }
}
