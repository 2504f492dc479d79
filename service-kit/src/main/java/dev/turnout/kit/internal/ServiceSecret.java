package dev.turnout.kit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The secret by which services know each other; read from its file again when that changes. */
@ApplicationScoped
public class ServiceSecret {

    /** The header that bears it. */
    public static final String HEADER = "x-turnout-service-secret";

    private static final Logger LOG = Logger.getLogger(ServiceSecret.class);
    private static final long REREAD_MILLIS = 2_000;
    private static final int SHORTEST = 32;

    /** Whoever calls another service at startup finds the secret read. */
    private static final int FIRST = 1;

    private final InternalDoor door;
    private volatile List<String> secrets = List.of();

    @Inject
    public ServiceSecret(InternalDoor door) {
        this.door = door;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started, Vertx vertx) {
        if (door.mode() == InternalDoor.Mode.CLOSED) {
            return;
        }
        try {
            secrets = read();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The service secret cannot be read: put at least "
                            + SHORTEST
                            + " random letters and digits on one line into "
                            + door.secretFile()
                            + " (turnout.internal.secret-file), the same for every service.",
                    e);
        }
        vertx.setPeriodic(REREAD_MILLIS, tick -> vertx.executeBlocking(this::reread, false));
    }

    private List<String> read() throws IOException {
        var lines =
                Files.readAllLines(door.secretFile(), UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.isEmpty() || !lines.stream().allMatch(ServiceSecret::isSecret)) {
            throw new IOException(
                    "a secret has at least "
                            + SHORTEST
                            + " characters, each of them printable ASCII and no space");
        }
        return lines;
    }

    /** Long enough, and what a header can bear. */
    private static boolean isSecret(String line) {
        return line.length() >= SHORTEST && line.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Nullable Void reread() {
        try {
            secrets = read();
        } catch (IOException e) {
            LOG.warnf("the service secret stays as it was: %s", e);
        }
        return null;
    }

    /** The one to send. */
    public String current() {
        return secrets.isEmpty() ? "" : secrets.getFirst();
    }

    /** Whether this is one that is accepted; takes the same time whatever was offered. */
    boolean accepts(@Nullable String offered) {
        var bytes = offered == null ? new byte[0] : offered.getBytes(UTF_8);
        boolean accepted = false;
        for (var secret : secrets) {
            accepted |= MessageDigest.isEqual(secret.getBytes(UTF_8), bytes);
        }
        return accepted;
    }
}
