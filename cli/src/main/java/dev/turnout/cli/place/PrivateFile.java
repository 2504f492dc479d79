package dev.turnout.cli.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** Files that only their owner may read, written whole or not at all. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Puts a file of this content in the place of the one that may be there. */
    public static void replace(Path file, String content) {
        try {
            var folder = directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            // Created with mode 0600, so at no moment can others read it.
            var fresh = Files.createTempFile(folder, ".", ".new");
            try {
                Files.writeString(fresh, content);
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Failure(
                    "%s cannot be written: make its folder writable, or set TURNOUT_HOME to one that is."
                            .formatted(file));
        }
    }

    /** The content of a file, which is written first if it is missing; to be called alone. */
    public static String readOrCreate(Path file, Supplier<String> content) {
        if (Files.notExists(file)) {
            replace(file, content.get());
        }
        return read(file);
    }

    /** The text of a file; bytes that are no UTF-8 are replaced, as the services do. */
    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("%s cannot be read: make it readable for you.".formatted(file));
        }
    }

    /** Makes sure of a folder; a new one is its owner's alone. */
    static Path directory(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
