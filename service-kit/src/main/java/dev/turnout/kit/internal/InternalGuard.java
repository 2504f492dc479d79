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

    private void check(RoutingContext request) {
        // The normalized path: /x/../internal and %69nternal lead there as well.
        var path = request.normalizedPath();
        if (!path.startsWith("/internal/") && !path.equals("/internal")) {
            request.next();
            return;
        }
        switch (door.mode()) {
            case CLOSED -> refuse(request, 404, "There is nothing here.");
            case SECRET -> {
                if (secret.accepts(request.request().getHeader(ServiceSecret.HEADER))) {
                    request.next();
                } else {
                    refuse(request, 401, "This path is for the services of Turnout only.");
                }
            }
        }
    }

    private static void refuse(RoutingContext request, int status, String message) {
        var type = status == 404 ? "not_found_error" : "authentication_error";
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .putHeader("x-should-retry", "false")
                .end(
                        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}"
                                .formatted(type, message));
    }
}
