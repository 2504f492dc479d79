package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus scrapes. */
class PrometheusTest {

    @Test
    void theManagementPortOfEachService() {
        // Given
        var file = Checkout.yaml(Checkout.path("observability/prometheus.yml")).getFirst();

        // When
        var jobs = (List<?>) file.getOrDefault("scrape_configs", List.of());

        // Then
        assertThat(jobs)
                .extracting(job -> (Object) job)
                .containsExactlyElementsOf(
                        Applications.SERVICES.stream().map(PrometheusTest::job).toList());
    }

    private static Object job(String service) {
        var target =
                Map.of(
                        "names",
                        List.of(service),
                        "type",
                        "A",
                        "port",
                        Applications.managementPort(),
                        "refresh_interval",
                        "15s");
        return Map.of(
                "job_name",
                service,
                "metrics_path",
                "/q/metrics",
                "dns_sd_configs",
                List.of(target));
    }
}
