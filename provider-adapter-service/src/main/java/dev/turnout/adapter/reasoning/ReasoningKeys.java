package dev.turnout.adapter.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that reasoning is sealed with, read from their file again when that changes. Where there
 * is no file a laptop makes one; in a cluster each process then has a key of its own, and what it
 * has sealed opens there alone.
 */
@ApplicationScoped
public class ReasoningKeys {

    private static final Logger LOG = Logger.getLogger(ReasoningKeys.class);
    private static final long REREAD_MILLIS = 2_000;
    private static final String ADVICE =
            "Put one line of 64 random hex digits there, the same for all provider adapters"
                    + " (turnout.provider-adapter.reasoning-keys).";

    private final KeyFile file;
    private final boolean laptop;
    private final Metrics metrics;

    private volatile List<String> keys = List.of();
    private volatile ReasoningSeal seal;

    @Inject
    public ReasoningKeys(
            ReasoningSettings settings,
            @ConfigProperty(name = "turnout.deployment") String deployment,
            Metrics metrics) {
        this.file = new KeyFile(settings.reasoningKeys());
        this.laptop = deployment.equals("laptop");
        this.metrics = metrics;
        this.seal = seal(List.of(KeyFile.newKey()));
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        start();
        vertx.setPeriodic(REREAD_MILLIS, tick -> vertx.executeBlocking(this::reread, false));
    }

    /** Reads the file, or does without. {@link IllegalStateException} where it is of no use. */
    void start() {
        try {
            if (laptop && file.isMissing()) {
                file.create();
            }
        } catch (IOException e) {
            LOG.warnf("the file %s cannot be written: %s", file.path(), e.getMessage());
        }
        if (file.isMissing()) {
            LOG.warnf(
                    "no keys for reasoning in %s: what a model thinks comes back to it only through"
                            + " this process, and until it ends. %s",
                    file.path(), ADVICE);
            return;
        }
        try {
            take(file.read());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The keys for reasoning in " + file.path() + " cannot be read. " + ADVICE, e);
        }
    }

    @Nullable Void reread() {
        try {
            if (!file.isMissing()) {
                take(file.read());
            }
        } catch (IOException e) {
            LOG.warnf("the keys for reasoning stay as they were: %s", e.getMessage());
        }
        return null;
    }

    private void take(List<String> read) {
        if (!read.equals(keys)) {
            keys = read;
            seal = seal(read);
        }
    }

    private ReasoningSeal seal(List<String> lines) {
        var bytes = lines.stream().map(line -> line.getBytes(UTF_8)).toList();
        return new ReasoningSeal(bytes, () -> metrics.reasoning("too_large"));
    }

    /** As the keys are now. */
    public ReasoningSeal seal() {
        return seal;
    }
}
