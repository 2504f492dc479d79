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

    private record Running(Process process, RunRecord run) {}

    @Override
    public Integer call() {
        var servers = new Servers(surroundings);
        var folder = new RunFolder(surroundings.home().running());
        var running = servers.alone(() -> start(servers, folder));
        var run = running.run();
        // ^C reaches both; this process must not be the first to leave.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    Stopping.stop(run);
                                    servers.alone(() -> folder.removeIfStill(run));
                                }));
        surroundings.out().printf("Turnout starts at %s; ^C ends it.%n", run.address());
        try {
            var code = running.process().waitFor();
            return ASKED_TO_END.contains(code) ? ExitCode.OK : ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private Running start(Servers servers, RunFolder folder) {
        requireNothingRuns(servers, folder);
        var launch =
                new Preparation(surroundings)
                        .launches(listening.host, listening.port, false)
                        .getFirst();
        folder.records().forEach(folder::remove);
        var builder = new ProcessBuilder(launch.command()).inheritIO();
        builder.environment().putAll(launch.environment());
        try {
            var process = builder.start();
            var run = RunRecord.of(launch.placement(), process.toHandle(), LogsCommand.TERMINAL);
            folder.add(run);
            return new Running(process, run);
        } catch (IOException e) {
            throw new Failure(
                    "Turnout could not be started (%s): check that %s may be run."
                            .formatted(e.getMessage(), launch.command().getFirst()));
        }
    }

    private static void requireNothingRuns(Servers servers, RunFolder folder) {
        if (folder.alive().isEmpty()) {
            return;
        }
        throw new Failure(
                servers.address()
                        .map("Turnout is already running at %s: ./turnout stop ends it."::formatted)
                        .orElse(
                                "A part of Turnout still runs: ./turnout stop ends it, then run it anew."));
    }
}
