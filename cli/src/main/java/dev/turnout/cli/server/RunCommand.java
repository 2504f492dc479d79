package dev.turnout.cli.server;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code turnout run}. */
@Command(name = "run", description = "Run Turnout in this terminal until it is interrupted.")
public final class RunCommand implements Callable<Integer> {

    /** A JVM that was interrupted or asked to end leaves with these. */
    private static final Set<Integer> ASKED_TO_END = Set.of(0, 128 + 2, 128 + 15);

    private final Surroundings surroundings;

    @Mixin private final Listening listening = new Listening();

    public RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var servers = new Servers(surroundings);
        servers.address()
                .ifPresent(
                        address -> {
                            throw new Failure(
                                    "Turnout is already running at %s: ./turnout stop ends it."
                                            .formatted(address));
                        });
        var launch =
                new Preparation(surroundings)
                        .launches(listening.host, listening.port, false)
                        .getFirst();
        var folder = new RunFolder(surroundings.home().running());
        folder.records().forEach(folder::remove);
        var builder = new ProcessBuilder(launch.command()).inheritIO();
        builder.environment().putAll(launch.environment());
        try {
            var process = builder.start();
            var run = RunRecord.of(launch.placement(), process.toHandle(), LogsCommand.TERMINAL);
            // ^C reaches both; this process must not be the first to leave.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run, folder)));
            folder.add(run);
            surroundings.out().printf("Turnout starts at %s; ^C ends it.%n", run.address());
            var code = process.waitFor();
            return ASKED_TO_END.contains(code) ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new Failure("Turnout could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private static void end(RunRecord run, RunFolder folder) {
        Stopping.stop(run);
        folder.remove(run);
    }
}
