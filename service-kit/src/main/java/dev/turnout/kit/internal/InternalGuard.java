package dev.turnout.kit.internal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Stands before every path under {@code /internal/}: between processes it lets through who shows
 * the service secret, in one JVM nobody, so that no client can step around admission.
 */
@Singleton
public class InternalGuard {

    private static final int BEFORE_EVERYTHING = 10_000;

    private final InternalDoor door;
    private final ServiceSecret secret;

    @Inject
    InternalGuard(InternalDoor door, ServiceSecret secret) {
        this.door = door;
        this.secret = secret;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    void check(RoutingContext request) {
        // The normalized path: /x/../internal and %69nternal lead there as well.
        var path = request.normalizedPath();
        if (path.indexOf(';') >= 0) {
            // JAX-RS drops matrix parameters and then decodes: /internal;a/x and /internal%2Fx;a
            // would lead there. No path of ours has one.
            nothingHere(request);
            return;
        }
        if (!path.startsWith("/internal/") && !path.equals("/internal")) {
            request.next();
            return;
        }
        switch (door.mode()) {
            case CLOSED -> nothingHere(request);
            case SECRET -> {
                if (secret.accepts(request.request().getHeader(ServiceSecret.HEADER))) {
                    request.next();
                } else {
                    refuse(
                            request,
                            401,
                            "authentication_error",
                            "This path is for the services of Turnout only.");
                }
            }
        }
    }

    private static void nothingHere(RoutingContext request) {
        refuse(request, 404, "not_found_error", "There is nothing here.");
    }

    private static void refuse(RoutingContext request, int status, String type, String message) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .putHeader("x-should-retry", "false")
                .end(
                        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}"
                                .formatted(type, message));
    }
}
