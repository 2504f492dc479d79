package dev.turnout.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Test data that is kept as files. */
public final class Resources {

    private Resources() {}

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files of one folder, sorted; none where there is no such folder. */
    public static List<String> names(String folder) {
        if (Resources.class.getResource("/" + folder) == null) {
            return List.of();
        }
        try (var files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file or folder lies. */
    public static Path path(String path) {
        try {
            return Path.of(
                    Objects.requireNonNull(Resources.class.getResource("/" + path), path).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
