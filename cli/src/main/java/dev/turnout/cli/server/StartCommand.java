package dev.turnout.cli.server;

import dev.turnout.cli.keys.KeyFile;
import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Surroundings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code turnout start}. */
@Command(name = "start", description = "Start Turnout in the background, and say how to use it.")
public final class StartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private final Listening listening = new Listening();

    @Option(
            names = "--split",
            description = "Start the five services as processes of their own, on this machine.")
    private boolean split;

    public StartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var servers = new Servers(surroundings);
        var begin = System.nanoTime();
        var started = servers.start(listening.host, listening.port, split);
        if (started.isEmpty()) {
            return alreadyRunning(servers);
        }
        var took = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        var address = started.get().address();
        var keyed = !new KeyFile(surroundings.home()).isEmpty();
        surroundings.out().printf("Turnout is ready at %s (after %.1f s).%n%n", address, took);
        surroundings.out().println(Report.configuration(started.get().status()));
        surroundings.out().println(Report.usage(address, keyed, surroundings.environment()));
        surroundings.out().println("./turnout status tells how it stands, ./turnout stop ends it.");
        return ExitCode.OK;
    }

    private int alreadyRunning(Servers servers) {
        var ended = servers.records().stream().filter(run -> !run.isAlive()).toList();
        for (var run : ended) {
            surroundings
                    .err()
                    .printf("%s has ended; its log is %s%n", run.service().id(), run.log());
        }
        var address = servers.address();
        if (ended.isEmpty() && address.isPresent()) {
            surroundings.out().printf("Turnout is already running at %s%n", address.get());
            return ExitCode.OK;
        }
        surroundings
                .err()
                .println("Only a part of Turnout runs: ./turnout stop, then start it anew.");
        return ExitCode.FAILED;
    }
}
