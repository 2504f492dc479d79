package dev.turnout.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.cli.place.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Placement GATEWAY =
            new Placement(Service.GATEWAY, "127.0.0.1", 8080, 9000);

    private final Path home;

    private final RunFolder folder;
    private final RunRecord thisProcess;

    RunFolderTest(@TempDir Path home) {
        this.home = home;
        folder = new RunFolder(home.resolve("run"));
        thisProcess = RunRecord.of(GATEWAY, ProcessHandle.current(), "/log");
    }

    @Test
    void isEmptyBeforeAnythingWasStarted() {
        assertThat(folder.records()).isEmpty();
    }

    @Test
    void tellsWhatRuns() {
        folder.add(thisProcess);

        assertThat(folder.records()).containsExactly(thisProcess);
        assertThat(folder.alive()).containsExactly(thisProcess);
        assertThat(home.resolve("run/gateway.json")).content().contains("\"gateway\"");
    }

    @Test
    void forgetsWhatIsRemoved() {
        folder.add(thisProcess);

        folder.remove(thisProcess);

        assertThat(folder.records()).isEmpty();
    }

    @Test
    void forgetsNobodyWhoCameAfter() {
        var later = RunRecord.of(GATEWAY, ProcessHandle.current(), "/other-log");
        folder.add(later);

        assertThat(folder.removeIfStill(thisProcess)).isFalse();
        assertThat(folder.records()).containsExactly(later);
        assertThat(folder.removeIfStill(later)).isTrue();
        assertThat(folder.records()).isEmpty();
    }

    @Test
    void theFrontDoorComesFirst() {
        var config = new Placement(Service.CONFIG, "127.0.0.1", 8083, 9003);
        folder.add(RunRecord.of(config, ProcessHandle.current(), "/log"));
        folder.add(thisProcess);

        assertThat(folder.records())
                .extracting(RunRecord::service)
                .containsExactly(Service.GATEWAY, Service.CONFIG);
    }

    @Test
    void anotherProcessOfTheSamePidIsNotOurs() {
        var earlier =
                new RunRecord(
                        Service.GATEWAY,
                        thisProcess.pid(),
                        thisProcess.started().minus(Duration.ofMinutes(1)),
                        "127.0.0.1",
                        8080,
                        9000,
                        "/log");
        folder.add(earlier);

        assertThat(folder.alive()).isEmpty();
        // So that stop does not end a stranger.
        assertThat(Stopping.stop(earlier)).isEqualTo(Stopping.End.WAS_GONE);
    }

    @Test
    void aBrokenRecordIsNamed() throws Exception {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/gateway.json"), "{");

        assertThatThrownBy(folder::records)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("gateway.json");
    }

    @Test
    void theAddressIsOneThatThisMachineReaches() {
        assertThat(thisProcess.address()).hasToString("http://127.0.0.1:8080");
        assertThat(listeningOn("0.0.0.0").address()).hasToString("http://127.0.0.1:8080");
        assertThat(listeningOn("::1").address()).hasToString("http://[::1]:8080");
        assertThat(listeningOn("192.0.2.7").address()).hasToString("http://192.0.2.7:8080");
    }

    private static RunRecord listeningOn(String host) {
        var placement = new Placement(Service.GATEWAY, host, 8080, 9000);
        return RunRecord.of(placement, ProcessHandle.current(), "/log");
    }
}
