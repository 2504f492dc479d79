package dev.turnout.cli.server;

import dev.turnout.cli.place.Failure;
import dev.turnout.contracts.config.ConfigStatus;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits until processes that were started serve, by a configuration that is in force. */
final class Readiness {

    /** Five JVMs on two busy cores take a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final PrintStream progress;

    Readiness(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Returns when all of them serve.
     *
     * @return how the configuration stands
     * @throws Failure if one ends meanwhile, or the time is up
     */
    ConfigStatus await(List<RunRecord> runs) {
        var waiting = new ArrayList<>(runs);
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var management = new Management()) {
            while (System.nanoTime() < end) {
                runs.forEach(Readiness::requireAlive);
                waiting.removeIf(run -> isReady(run, management));
                if (waiting.isEmpty()) {
                    var status = inForce(runs, management);
                    if (status.isPresent()) {
                        return status.get();
                    }
                }
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while starting.");
        }
        var late = waiting.isEmpty() ? runs.getFirst() : waiting.getFirst();
        throw new Failure(
                "%s was not ready after %d seconds, so all was stopped: its log is %s"
                        .formatted(late.service().id(), PATIENCE.toSeconds(), late.log()));
    }

    private static void requireAlive(RunRecord run) {
        if (!run.isAlive()) {
            var reason = LogTail.lastError(Path.of(run.log())).map(line -> ": " + line).orElse("");
            throw new Failure(
                    "%s ended while starting%s%nIts log is %s"
                            .formatted(run.service().id(), reason, run.log()));
        }
    }

    private boolean isReady(RunRecord run, Management management) {
        var ready = management.isReady(run.managementPort());
        if (ready) {
            progress.printf("  %s is ready%n", run.service().id());
        }
        return ready;
    }

    private static Optional<ConfigStatus> inForce(List<RunRecord> runs, Management management) {
        return runs.stream()
                .filter(run -> run.service().knowsConfiguration())
                .findFirst()
                .flatMap(run -> management.status(run.managementPort()))
                .filter(status -> status.revision() > 0);
    }
}
