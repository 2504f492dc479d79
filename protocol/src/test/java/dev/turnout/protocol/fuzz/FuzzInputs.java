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

    /** Requests stand as {@code client.json}, answers as {@code provider.sse} or {@code .json}. */
    private static final Path GOLDEN = Resources.path("golden");

    private FuzzInputs() {}

    /** What fuzzing has kept for this target. */
    static List<Path> found(FuzzTarget target) {
        var folder = FOUND.resolve(target.name());
        return Files.exists(folder) ? files(folder, file -> true) : List.of();
    }

    /** What the goldens have for this target. */
    static List<Path> golden(FuzzTarget target) {
        var names = target.name().startsWith("request-") ? "client.json" : "provider.";
        return files(GOLDEN, file -> file.getFileName().toString().startsWith(names));
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
