package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.cli.place.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {

    private static final Launch.Source SOURCE =
            new Launch.Source(
                    Path.of("/src/turnout"),
                    Path.of("/jdk/bin/java"),
                    Home.of(Map.of("HOME", "/home/ann"), "/root"));
    private static final Placement STANDALONE =
            new Placement(Service.STANDALONE, "127.0.0.1", 3456, 9000);
    private static final List<Placement> SPLIT =
            List.of(
                    new Placement(Service.GATEWAY, "0.0.0.0", 8080, 9000),
                    new Placement(Service.ROUTING, "127.0.0.1", 40001, 9001),
                    new Placement(Service.PROVIDER_ADAPTER, "127.0.0.1", 8082, 9002),
                    new Placement(Service.CONFIG, "127.0.0.1", 8083, 9003),
                    new Placement(Service.SEARCH, "127.0.0.1", 8084, 9004));

    @Test
    void isAnArgumentList() {
        var launch = Launch.of(STANDALONE, List.of(STANDALONE), SOURCE, Map.of());

        assertThat(launch.command())
                .startsWith("/jdk/bin/java")
                .contains(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=3456",
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=9000")
                .endsWith("-jar", "/src/turnout/standalone/target/quarkus-app/quarkus-run.jar");
        assertThat(launch.environment())
                .containsEntry("TURNOUT_HOME", "/home/ann/.turnout")
                .doesNotContainKeys("TURNOUT_ROUTING_URL", "TURNOUT_DATABASE_ACTIVE");
        assertThat(launch.log()).isEqualTo(Path.of("/home/ann/.turnout/logs/standalone.log"));
    }

    @Test
    void theFiveKnowWhereTheOthersAre() {
        var launch = Launch.of(SPLIT.getFirst(), SPLIT, SOURCE, Map.of());

        assertThat(launch.environment())
                .containsEntry("TURNOUT_ROUTING_URL", "http://127.0.0.1:40001")
                .containsEntry("TURNOUT_ADAPTER_URL", "http://127.0.0.1:8082")
                .containsEntry("TURNOUT_CONFIG_URL", "http://127.0.0.1:8083")
                .containsEntry("TURNOUT_SEARCH_URL", "http://127.0.0.1:8084")
                .containsEntry("TURNOUT_DEPLOYMENT", "laptop")
                .containsEntry("TURNOUT_DATABASE_ACTIVE", "false")
                .containsEntry("TURNOUT_SERVICE_SECRET_FILE", "/home/ann/.turnout/service-secret");
    }

    @Test
    void aDatabaseIsUsedWhereOneIsNamed() {
        var environment = Map.of("TURNOUT_DATABASE_URL", "jdbc:postgresql://db/turnout");

        var launch = Launch.of(SPLIT.getFirst(), SPLIT, SOURCE, environment);

        assertThat(launch.environment()).doesNotContainKey("TURNOUT_DATABASE_ACTIVE");
    }

    @Test
    void withoutProgramsToDetachItTheCommandStaysAsItIs() {
        var launch = Launch.of(STANDALONE, List.of(STANDALONE), SOURCE, Map.of());

        assertThat(launch.detached(Map.of("PATH", "/nowhere"))).isEqualTo(launch.command());
    }
}
