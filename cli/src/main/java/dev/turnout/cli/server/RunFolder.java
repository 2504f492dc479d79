package dev.turnout.cli.server;

import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Json;
import dev.turnout.cli.place.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The records of what is running, one file a process. */
final class RunFolder {

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Every process that was started and not stopped, alive or not, the front door first. */
    List<RunRecord> records() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(
                            file ->
                                    Json.read(
                                            PrivateFile.read(file),
                                            RunRecord.class,
                                            file.toString()))
                    .sorted(Comparator.comparing(RunRecord::service))
                    .toList();
        } catch (IOException e) {
            throw new Failure("%s cannot be read: make it readable for you.".formatted(folder));
        }
    }

    /** Those that are alive. */
    List<RunRecord> alive() {
        return records().stream().filter(RunRecord::isAlive).toList();
    }

    void add(RunRecord run) {
        PrivateFile.replace(file(run), Json.write(run));
    }

    void remove(RunRecord run) {
        try {
            Files.deleteIfExists(file(run));
        } catch (IOException e) {
            throw new Failure("%s cannot be removed: remove it by hand.".formatted(file(run)));
        }
    }

    /**
     * Removes the record unless another process of that service has taken its place.
     *
     * @return whether it was still there
     */
    boolean removeIfStill(RunRecord run) {
        var still = records().contains(run);
        if (still) {
            remove(run);
        }
        return still;
    }

    private Path file(RunRecord run) {
        return folder.resolve(run.service().id() + ".json");
    }
}
