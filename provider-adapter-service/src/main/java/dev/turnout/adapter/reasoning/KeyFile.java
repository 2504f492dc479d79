package dev.turnout.adapter.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** A file of secret keys, one a line, that only its owner may read. */
record KeyFile(Path path) {

    private static final int KEY_BYTES = 32;
    private static final int SHORTEST = 32;

    /** A new key: 256 random bits in hex. */
    static String newKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    boolean isMissing() {
        return Files.notExists(path);
    }

    /** The keys. {@link IOException} that says so where there is none, or one is too short. */
    List<String> read() throws IOException {
        var keys =
                Files.readAllLines(path, UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length() < SHORTEST)) {
            throw new IOException("a key has at least " + SHORTEST + " characters, on one line");
        }
        return keys;
    }

    /** Writes the file with a new key, whole or not at all. */
    void create() throws IOException {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it is no file");
        }
        Files.createDirectories(folder);
        // Created with mode 0600, so at no moment can others read it.
        var fresh = Files.createTempFile(folder, ".", ".new");
        try {
            Files.writeString(fresh, newKey() + "\n");
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
