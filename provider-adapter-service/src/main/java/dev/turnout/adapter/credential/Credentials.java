package dev.turnout.adapter.credential;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Resolves references to secrets, each time one is used. */
@ApplicationScoped
public class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class);

    /** So long what was read from a file counts as what is in it. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int LONGEST_FILE = 64 << 10;

    private final Vertx vertx;
    private final Map<String, String> environment;
    private final LongSupplier nanos;
    private final Map<Path, Reading> files = new ConcurrentHashMap<>();

    /** A file's content, and when it was read. */
    private record Reading(String content, long atNanos) {}

    @Inject
    Credentials(Vertx vertx) {
        this(vertx, System.getenv(), System::nanoTime);
    }

    /**
     * Credentials out of a given environment.
     *
     * @param nanos a clock that only runs forward
     */
    public Credentials(Vertx vertx, Map<String, String> environment, LongSupplier nanos) {
        this.vertx = vertx;
        this.environment = environment;
        this.nanos = nanos;
    }

    /**
     * The secret behind a reference, on the caller's event loop, which is not held up by a file.
     * Fails with {@code PROVIDER_REFUSED_US}, naming the provider and the reference, where there is
     * none or it cannot stand in a header.
     */
    public Future<Secret> of(String provider, SecretReference reference) {
        return switch (reference) {
            case SecretReference.Environment(var name) -> {
                var value = environment.get(name);
                yield value == null
                        ? Future.failedFuture(
                                missing(provider, reference, "is not set: set it and start again"))
                        : usable(provider, reference, value);
            }
            case SecretReference.InFile(var path) ->
                    content(provider, reference, path)
                            .compose(content -> usable(provider, reference, content));
            case SecretReference.Literal(var secret) -> usable(provider, reference, secret.value());
        };
    }

    private Future<String> content(String provider, SecretReference reference, Path path) {
        var known = files.get(path);
        long now = nanos.getAsLong();
        if (known != null && now - known.atNanos() < FRESH_NANOS) {
            return Future.succeededFuture(known.content());
        }
        return vertx.executeBlocking(() -> read(path), false)
                .onSuccess(content -> files.put(path, new Reading(content, now)))
                .recover(
                        fault -> {
                            LOG.warnf("%s of provider %s: %s", reference, provider, fault);
                            return Future.failedFuture(
                                    missing(provider, reference, "cannot be read"));
                        });
    }

    private static String read(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new IOException("longer than any secret");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Future<Secret> usable(
            String provider, SecretReference reference, String content) {
        var value = content.strip();
        if (value.isEmpty()) {
            return Future.failedFuture(missing(provider, reference, "is empty"));
        }
        return value.chars().allMatch(character -> character > ' ' && character < 0x7f)
                ? Future.succeededFuture(new Secret(value))
                : Future.failedFuture(
                        missing(provider, reference, "holds what no HTTP header can carry"));
    }

    private static ProblemException missing(
            String provider, SecretReference reference, String what) {
        return Problem.of(
                        ProblemCode.PROVIDER_REFUSED_US,
                        "Turnout has no key for provider %s: %s %s."
                                .formatted(provider, reference, what))
                .asException();
    }
}
