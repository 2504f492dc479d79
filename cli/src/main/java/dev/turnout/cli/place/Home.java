package dev.turnout.cli.place;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where Turnout keeps its files. Every path is absolute.
 *
 * @param directory {@code TURNOUT_HOME}, or {@code ~/.turnout}
 * @param configuration {@code TURNOUT_CONFIG}, or {@code config.json} in there
 * @param keys hashes of the client keys
 * @param pepper the secret that they are hashed with
 * @param serviceSecret what the services show each other when they are processes of their own
 */
public record Home(Path directory, Path configuration, Path keys, Path pepper, Path serviceSecret) {

    /**
     * Reads the places from the environment, as the services do.
     *
     * @param userHome where {@code .turnout} lies if {@code HOME} is not set
     */
    public static Home of(Map<String, String> environment, String userHome) {
        var fallback = Path.of(environment.getOrDefault("HOME", userHome), ".turnout");
        var directory = path(environment, "TURNOUT_HOME", fallback);
        return new Home(
                directory,
                path(environment, "TURNOUT_CONFIG", directory.resolve("config.json")),
                path(environment, "TURNOUT_KEYS_FILE", directory.resolve("keys.json")),
                path(environment, "TURNOUT_PEPPER_FILE", directory.resolve("pepper")),
                path(
                        environment,
                        "TURNOUT_SERVICE_SECRET_FILE",
                        directory.resolve("service-secret")));
    }

    private static Path path(Map<String, String> environment, String name, Path fallback) {
        var set = environment.getOrDefault(name, "");
        return (set.isBlank() ? fallback : Path.of(set)).toAbsolutePath().normalize();
    }

    /** The same places as environment variables, for a service that is started elsewhere. */
    public Map<String, String> environment() {
        return Map.of(
                "TURNOUT_HOME", directory.toString(),
                "TURNOUT_CONFIG", configuration.toString(),
                "TURNOUT_KEYS_FILE", keys.toString(),
                "TURNOUT_PEPPER_FILE", pepper.toString(),
                "TURNOUT_SERVICE_SECRET_FILE", serviceSecret.toString());
    }

    /** What each service prints. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** What is running, one file a process. */
    public Path running() {
        return directory.resolve("run");
    }

    /** Does the work while no other command does work of that name; waits for one that does. */
    public <T> T alone(String name, Supplier<T> work) {
        try {
            PrivateFile.directory(directory);
            try (var channel =
                            FileChannel.open(
                                    directory.resolve("." + name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw new Failure(
                    "Turnout cannot write to %s: make it writable, or set TURNOUT_HOME to a folder that is."
                            .formatted(directory));
        }
    }
}
