package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.ConfigError;
import dev.turnout.contracts.config.ConfigStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Acknowledgement GATEWAY =
            acknowledgement("gateway", Acknowledgement.Outcome.APPLIED, null);
    private static final Acknowledgement ADAPTER =
            acknowledgement("adapter", Acknowledgement.Outcome.REJECTED, "no such file");

    @Test
    void tellsTheConfigurationWithTheDefaultRouteFirst() {
        assertThat(Report.configuration(status(0, List.of())))
                .isEqualTo(
                        """
                          Configuration  /home/ann/.turnout/config.json
                          Revision       3
                          Providers      anthropic, deepseek
                          Client keys    none, so only this machine may call
                          Routes         default      anthropic/opus, then deepseek/v4
                                         background   deepseek/v4
                        """);
    }

    @Test
    void tellsWhyTheNewestDocumentIsNotInForce() {
        var error = new ConfigError("/routes/default/0", "no such target", "a/b", "Write a/b.");

        assertThat(Report.configuration(status(2, List.of(error))))
                .contains("Client keys    2, and every caller needs one")
                .contains("The newest document was refused; the one before is in force.")
                .contains("/routes/default/0")
                .contains("no such target")
                .contains("nearest: a/b")
                .contains("to do:   Write a/b.");
    }

    @Test
    void tellsWhoRunsWhich() {
        assertThat(Report.replicas(status(0, List.of())).lines().map(String::strip))
                .containsExactly(
                        "SERVICE             REPLICA                   REVISION  STATE",
                        "adapter             host-1                           3  rejected: no such file",
                        "gateway             host-1                           3  applied");
    }

    @Test
    void tellsHowToUseItWithAndWithoutKeys() {
        var address = URI.create("http://127.0.0.1:3456");

        assertThat(Report.usage(address, false, Map.of()))
                .contains("export ANTHROPIC_BASE_URL=http://127.0.0.1:3456")
                .contains("export ANTHROPIC_AUTH_TOKEN=unused")
                .doesNotContain("TURNOUT_KEY");
        assertThat(Report.usage(address, true, Map.of()))
                .contains("export ANTHROPIC_AUTH_TOKEN=$TURNOUT_KEY")
                .contains("$TURNOUT_KEY stands for one of your client keys.");
    }

    private static ConfigStatus status(int keys, List<ConfigError> errors) {
        return new ConfigStatus(
                3,
                "/home/ann/.turnout/config.json",
                List.of("deepseek", "anthropic"),
                Map.of(
                        "background", List.of("deepseek/v4"),
                        "default", List.of("anthropic/opus", "deepseek/v4")),
                keys,
                errors,
                List.of(GATEWAY, ADAPTER));
    }

    private static Acknowledgement acknowledgement(
            String service, Acknowledgement.Outcome outcome, @Nullable String reason) {
        return new Acknowledgement(service, "host-1", 3, outcome, reason, Instant.EPOCH);
    }
}
