package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Service;
import java.net.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators look at, on the management port and nowhere else. */
interface OperationScenarios extends Scenario {

    @ParameterizedTest
    @EnumSource
    default void healthAndMetricsAreOnTheManagementPort(Service service) throws Exception {
        // Given
        stage().send(Request.stream("vendor/claude-x"));
        var management = stage().stack().management(service);

        // When
        var health =
                stage().client().exchange(HttpRequest.newBuilder(management.resolve("/q/health")));
        var metrics =
                stage().client().exchange(HttpRequest.newBuilder(management.resolve("/q/metrics")));

        // Then
        assertThat(health.json().path("status").asText()).isEqualTo("UP");
        assertThat(metrics.text()).contains("jvm_memory_used_bytes");
        assertThat(stage().client().exchange(stage().to("/q/health")).status()).isEqualTo(404);
    }
}
