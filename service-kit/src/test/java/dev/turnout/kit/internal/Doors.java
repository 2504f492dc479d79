package dev.turnout.kit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Doors and secrets for tests. */
public final class Doors {

    /** A secret that is long enough. */
    public static final String SECRET = "a-secret-of-more-than-32-characters-0001";

    private record Door(Mode mode, Path secretFile) implements InternalDoor {}

    private Doors() {}

    static InternalDoor closed() {
        return new Door(InternalDoor.Mode.CLOSED, Path.of("no-such-file"));
    }

    static InternalDoor guarded(Path file, String... lines) {
        try {
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Door(InternalDoor.Mode.SECRET, file);
    }

    /** A service secret as a service has it that has read {@link #SECRET}. */
    public static ServiceSecret secret(Path dir) {
        var secret = new ServiceSecret(guarded(dir.resolve("service-secret"), SECRET));
        secret.reread();
        return secret;
    }
}
