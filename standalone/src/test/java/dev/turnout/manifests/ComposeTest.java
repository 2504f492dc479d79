package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.manifests.ComposeFile.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docker compose up} starts, and what it may not do. */
class ComposeTest {

    static List<Part> services() {
        return ComposeFile.parts().stream().filter(Part::isService).toList();
    }

    @Test
    void startsTheServicesAndWhatTheyShare() {
        assertThat(ComposeFile.parts())
                .filteredOn(part -> !part.isOnDemand())
                .extracting(Part::name)
                .containsAll(Applications.SERVICES)
                .hasSize(Applications.SERVICES.size() + 3)
                .contains("redis", "postgres", "first-start");
    }

    /** docker-compose 1.29 refuses a {@code name}, Compose v2 warns of a {@code version}. */
    @Test
    void bothGenerationsOfComposeReadIt() {
        assertThat(ComposeFile.topLevel()).doesNotContainKeys("name", "version", "configs");
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.ComposeFile#parts")
    void isConfined(Part part) {
        assertThat(part.text("read_only")).isEqualTo("true");
        assertThat(part.list("cap_drop")).containsExactly("ALL");
        assertThat(part.list("security_opt")).containsExactly("no-new-privileges:true");
        assertThat(part.settings().keySet().stream().map(String::valueOf))
                .contains("pids_limit", "mem_limit", "cpus")
                .doesNotContain("cap_add", "privileged", "pid", "ipc", "devices");
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.ComposeFile#parts")
    void isNotRoot(Part part) {
        // Ours say so in their image.
        if (!part.settings().containsKey("build")) {
            assertThat(part.text("user")).matches("[1-9]\\d*:[1-9]\\d*");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.ComposeFile#parts")
    void isOneVersion(Part part) {
        assertThat(part.text("image"))
                .matches("[a-z/-]+:(\\$\\{TURNOUT_VERSION:-\\d+\\.\\d+\\.\\d+}|v?\\d[\\d.]*)");
    }

    @Test
    void onlyTheGatewayIsReachedAndOnlyFromThisMachine() {
        for (var part : ComposeFile.parts()) {
            assertThat(part.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
            if (!part.isOnDemand() && !part.name().equals("gateway")) {
                assertThat(part.list("ports")).isEmpty();
            }
        }
        assertThat(ComposeFile.part("gateway").list("ports"))
                .containsExactly("127.0.0.1:${TURNOUT_PORT:-3456}:" + Applications.port("gateway"));
    }

    @Test
    void whoHoldsStateIsReachedFromWithinOnly() {
        assertThat(ComposeFile.topLevel())
                .extractingByKey("networks", as(InstanceOfAssertFactories.MAP))
                .containsEntry("state", Map.of("internal", true));
        assertThat(ComposeFile.part("redis").list("networks")).containsExactly("state");
        assertThat(ComposeFile.part("postgres").list("networks")).containsExactly("state");
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.ComposeFile#parts")
    void noSecretStandsInIt(Part part) {
        part.environment()
                .forEach(
                        (name, value) ->
                                assertThat(value == null || Environment.mayBeWrittenDown(name))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void eachSecretIsSeenByWhoNeedsIt() {
        assertThat(readers("pepper")).containsExactly("gateway");
        assertThat(readers("keys")).containsExactly("config");
        assertThat(readers("reasoning-keys")).containsExactly("provider-adapter");
        assertThat(readers("database-password")).containsExactlyInAnyOrder("config", "postgres");
        assertThat(readers("service-secret")).hasSameElementsAs(Applications.SERVICES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pepper", "keys", "reasoning-keys", "database-password", "service-secret"})
    void onlyTheCommandLineMakesSecrets(String volume) {
        assertThat(writers(volume)).contains("first-start").isSubsetOf("first-start", "keys");
    }

    private static List<String> readers(String volume) {
        return who(mount -> mount.startsWith(volume + ":") && mount.endsWith(":ro"));
    }

    private static List<String> writers(String volume) {
        return who(mount -> mount.startsWith(volume + ":") && !mount.endsWith(":ro"));
    }

    private static List<String> who(Predicate<String> mounts) {
        return ComposeFile.parts().stream()
                .filter(part -> part.list("volumes").stream().anyMatch(mounts))
                .map(Part::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.ComposeFile#parts")
    void waitsForWhatCanBeWaitedFor(Part part) {
        part.waitsFor()
                .forEach(
                        (other, condition) -> {
                            var awaited = ComposeFile.part(other);
                            var expected =
                                    awaited.isService()
                                                    || awaited.settings().containsKey("healthcheck")
                                            ? "service_healthy"
                                            : "service_completed_successfully";
                            assertThat(condition).as(other).isEqualTo(expected);
                        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void requestsInFlightAreFinished(Part service) {
        var grace = Integer.parseInt(service.text("stop_grace_period").replace("s", ""));
        assertThat(grace).isGreaterThan(Dockerfile.shutdownSeconds());
    }

    @Test
    void theAdapterIsGivenTheKeysOfEveryProfile() {
        var passedOn = new HashSet<String>();
        ComposeFile.part("provider-adapter")
                .environment()
                .forEach(
                        (name, value) -> {
                            if (value == null) {
                                passedOn.add(name);
                            }
                        });
        assertThat(passedOn).isEqualTo(Applications.providerKeys());
    }
}
