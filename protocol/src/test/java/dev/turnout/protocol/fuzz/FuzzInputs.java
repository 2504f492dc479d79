package dev.turnout.protocol.fuzz;

import dev.turnout.protocol.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Files that are worth feeding to a target: those that fuzzing has found, and goldens. */
final class FuzzInputs {

    private static final Path FOUND = Resources.path("fuzz");

    private static final Path GOLDEN = Resources.path("golden");

    private FuzzInputs() {}

    /** What fuzzing has kept for this target. */
    static List<Path> found(FuzzTarget target) {
        var folder = FOUND.resolve(target.name());
        return Files.exists(folder) ? files(folder, file -> true) : List.of();
    }

    /** What the goldens have for targets of its kind: requests of clients, or answers. */
    static List<Path> golden(FuzzTarget target) {
        boolean requests = target.name().startsWith("request-");
        return files(
                GOLDEN,
                file ->
                        requests
                                ? file.endsWith("client.json")
                                        && file.toString().contains("/request/")
                                : file.getFileName().toString().startsWith("provider.")
                                        && file.toString().contains("/reply/"));
    }

    /** The folders of what was found. */
    static List<String> folders() {
        return Resources.names("fuzz");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
