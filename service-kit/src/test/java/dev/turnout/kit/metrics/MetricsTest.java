package dev.turnout.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.Usage;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names as Prometheus shows them: dashboards and alerts are written against these. */
class MetricsTest {

    private static final List<String> SHOWN =
            List.of(
                    "gateway_config_reload_total{result}",
                    "gateway_config_revision",
                    "gateway_fallbacks_total{from,reason,to}",
                    "gateway_overhead_seconds_bucket{le,phase}",
                    "gateway_overhead_seconds_count{phase}",
                    "gateway_overhead_seconds_max{phase}",
                    "gateway_overhead_seconds_sum{phase}",
                    "gateway_reasoning_total{outcome}",
                    "gateway_rejections_total{reason}",
                    "gateway_stream_aborts_total{cause}",
                    "gen_ai_client_token_usage_bucket{gen_ai_provider_name,gen_ai_token_type,le}",
                    "gen_ai_client_token_usage_count{gen_ai_provider_name,gen_ai_token_type}",
                    "gen_ai_client_token_usage_max{gen_ai_provider_name,gen_ai_token_type}",
                    "gen_ai_client_token_usage_sum{gen_ai_provider_name,gen_ai_token_type}",
                    "gen_ai_server_request_duration_seconds_bucket"
                            + "{gen_ai_operation_name,gen_ai_provider_name,le,outcome}",
                    "gen_ai_server_request_duration_seconds_count"
                            + "{gen_ai_operation_name,gen_ai_provider_name,outcome}",
                    "gen_ai_server_request_duration_seconds_max"
                            + "{gen_ai_operation_name,gen_ai_provider_name,outcome}",
                    "gen_ai_server_request_duration_seconds_sum"
                            + "{gen_ai_operation_name,gen_ai_provider_name,outcome}",
                    "gen_ai_server_time_to_first_token_seconds_bucket{gen_ai_provider_name,le}",
                    "gen_ai_server_time_to_first_token_seconds_count{gen_ai_provider_name}",
                    "gen_ai_server_time_to_first_token_seconds_max{gen_ai_provider_name}",
                    "gen_ai_server_time_to_first_token_seconds_sum{gen_ai_provider_name}");

    private static final Pattern SAMPLE = Pattern.compile("^([a-z_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"[^\"]*\",?");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Metrics metrics = new Metrics(registry);

    @BeforeEach
    void measureEverything() {
        metrics.requestEnded("chat", "deepseek", "ok", Duration.ofMillis(1_500));
        metrics.firstEvent("deepseek", Duration.ofMillis(300));
        metrics.tokens("deepseek", new Usage(10, 200, 3_000, 40, 15, 0, true));
        metrics.overhead("route", Duration.ofMillis(3));
        metrics.failedOver("deepseek", "house", ProblemCode.PROVIDER_TIMEOUT);
        metrics.streamAborted("provider");
        metrics.rejected(ProblemCode.RATE_LIMITED);
        metrics.reasoning("recalled");
        metrics.configReloaded(true);
        metrics.configReloaded(true);
        metrics.configReloaded(false);
        metrics.configRevision(42);
    }

    /** Names with their labels; so a label that holds a user, a key or a session shows here. */
    @Test
    void theseNamesAndLabelsAreShownAndNoOthers() {
        var shown = new TreeSet<String>();
        registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> shown.add(nameAndLabels(line)));

        assertThat(shown).containsExactlyElementsOf(SHOWN);
    }

    private static String nameAndLabels(String line) {
        var sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        if (sample.group(2) == null) {
            return sample.group(1);
        }
        var labels = new TreeSet<String>();
        LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
        return sample.group(1) + "{" + String.join(",", labels) + "}";
    }

    @Test
    void valuesStandUnderTheirLabels() {
        assertThat(registry.scrape().lines())
                .contains(
                        "gateway_config_reload_total{result=\"applied\",} 2.0",
                        "gateway_config_reload_total{result=\"rejected\",} 1.0",
                        "gateway_config_revision 42.0",
                        "gateway_fallbacks_total{from=\"deepseek\",reason=\"provider_timeout\",to=\"house\",} 1.0",
                        "gateway_rejections_total{reason=\"rate_limited\",} 1.0",
                        "gen_ai_client_token_usage_sum{gen_ai_provider_name=\"deepseek\",gen_ai_token_type=\"input\",} 3210.0",
                        "gen_ai_client_token_usage_sum{gen_ai_provider_name=\"deepseek\",gen_ai_token_type=\"output\",} 40.0",
                        "gen_ai_client_token_usage_sum{gen_ai_provider_name=\"deepseek\",gen_ai_token_type=\"reasoning\",} 15.0",
                        "gateway_overhead_seconds_bucket{phase=\"route\",le=\"0.002\",} 0.0",
                        "gateway_overhead_seconds_bucket{phase=\"route\",le=\"0.004\",} 1.0");
    }

    @Test
    void usageThatNobodyReportedIsNotCounted() {
        var before = registry.scrape();

        metrics.tokens("deepseek", Usage.NONE);

        assertThat(registry.scrape()).isEqualTo(before);
    }
}
