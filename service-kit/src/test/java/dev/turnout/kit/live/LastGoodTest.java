package dev.turnout.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.kit.JsonAsInQuarkus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastGoodTest {

    private static final Snapshot SNAPSHOT = new Snapshot(7, Instant.EPOCH, Config.EMPTY);
    private static final KeyRing KEYS = new KeyRing(3, List.of());

    private final Path dir;
    private final LastGood gateway;

    LastGoodTest(@TempDir Path parent) {
        dir = parent.resolve("snapshots");
        gateway = kept("gateway-service");
    }

    private LastGood kept(String application) {
        return new LastGood(JsonAsInQuarkus.mapper(), dir, application);
    }

    @Test
    void isFoundAgainByTheSameApplication() {
        gateway.keep(SNAPSHOT);
        gateway.keep(KEYS);

        assertThat(kept("gateway-service").snapshot()).contains(SNAPSHOT);
        assertThat(kept("gateway-service").keys()).contains(KEYS);
        assertThat(kept("routing-service").snapshot()).isEmpty();
    }

    @Test
    void theNewestReplacesTheOneBefore() {
        gateway.keep(SNAPSHOT);
        gateway.keep(new Snapshot(8, Instant.EPOCH, Config.EMPTY));

        assertThat(gateway.snapshot()).map(Snapshot::revision).contains(8L);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        gateway.keep(KEYS);

        assertThat(Files.getPosixFilePermissions(file("keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private Path file(String kind) {
        return dir.resolve("gateway-service." + kind + ".json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "<html>", "{\"revision\":\"seven\"}"})
    void whatCannotBeReadIsNotThere(String content) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(file("config"), content);

        assertThat(gateway.snapshot()).isEmpty();
    }

    @Test
    void aDiskThatFailsLeavesNothingBehind() throws IOException {
        // A folder that is not empty stands where the file should be.
        Files.createDirectories(file("config").resolve("in-the-way"));

        gateway.keep(SNAPSHOT);

        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(file("config"));
        }
        assertThat(gateway.snapshot()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFault() throws IOException {
        Files.writeString(dir, "a file stands here");

        gateway.keep(SNAPSHOT);

        assertThat(gateway.snapshot()).isEmpty();
    }
}
