package dev.turnout.config.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.document.Documents;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Serves on the management port what {@code turnout status} shows, {@code /q/turnout}, and the
 * document's schema for editors, {@code /q/turnout/schema}.
 */
@ApplicationScoped
public class StatusRoute {

    private final StatusReport report;
    private final ObjectMapper json;

    @Inject
    StatusRoute(StatusReport report, ObjectMapper json) {
        this.report = report;
        this.json = json;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/q/turnout").handler(this::status);
        management.router().get("/q/turnout/schema").handler(StatusRoute::schema);
    }

    private void status(RoutingContext request) {
        try {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(json.writeValueAsString(report.now()));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }

    private static void schema(RoutingContext request) {
        request.response()
                .putHeader("content-type", "application/schema+json")
                .end(Documents.schema());
    }
}
