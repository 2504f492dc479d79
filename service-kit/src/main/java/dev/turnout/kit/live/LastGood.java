package dev.turnout.kit.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The last good snapshot and key ring on disk, one pair per application. A disk that fails is
 * logged and costs only the start without a control plane.
 */
final class LastGood {

    private static final Logger LOG = Logger.getLogger(LastGood.class);

    private final ObjectMapper json;
    private final Path dir;
    private final String application;

    LastGood(ObjectMapper json, Path dir, String application) {
        this.json = json;
        this.dir = dir;
        this.application = application;
    }

    Optional<Snapshot> snapshot() {
        return read("config", Snapshot.class);
    }

    Optional<KeyRing> keys() {
        return read("keys", KeyRing.class);
    }

    void keep(Snapshot snapshot) {
        write("config", snapshot);
    }

    void keep(KeyRing keys) {
        write("keys", keys);
    }

    private Path file(String kind) {
        return dir.resolve(application + "." + kind + ".json");
    }

    private <T> Optional<T> read(String kind, Class<T> type) {
        var file = file(kind);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(file.toFile(), type));
        } catch (IOException e) {
            LOG.warnf("the last good copy %s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void write(String kind, Object value) {
        var file = file(kind);
        try {
            Files.createDirectories(dir);
            var owner = PosixFilePermissions.fromString("rw-------");
            var fresh =
                    Files.createTempFile(
                            dir, application, ".tmp", PosixFilePermissions.asFileAttribute(owner));
            try {
                json.writeValue(fresh.toFile(), value);
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warnf("the last good copy %s cannot be written: %s", file, e.getMessage());
        }
    }
}
