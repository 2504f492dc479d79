package dev.turnout.cli.server;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.contracts.config.ConfigStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code turnout status}. */
@Command(
        name = "status",
        description = "Tell whether Turnout runs, where, and with which configuration.")
public final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    public StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var out = surroundings.out();
        var records = new Servers(surroundings).records();
        var alive = records.stream().filter(RunRecord::isAlive).toList();
        if (alive.isEmpty()) {
            out.println("Turnout is not running: ./turnout start starts it.");
            records.forEach(this::tellEnded);
            return ExitCode.NOT_RUNNING;
        }
        alive.stream()
                .filter(run -> run.service().isFront())
                .forEach(run -> out.printf("Turnout is running at %s%n", run.address()));
        for (var run : alive) {
            out.printf(
                    "  %-18s pid %d, health and metrics on http://127.0.0.1:%d/q/%n",
                    run.service().id(), run.pid(), run.managementPort());
        }
        records.stream().filter(run -> !run.isAlive()).forEach(this::tellEnded);
        out.println();

        var status = status(alive);
        if (status.isEmpty()) {
            out.println("It does not tell its configuration: ./turnout logs may tell why.");
            return ExitCode.FAILED;
        }
        out.println(Report.configuration(status.get()));
        out.print(Report.replicas(status.get()));
        return alive.size() == records.size() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void tellEnded(RunRecord run) {
        surroundings
                .out()
                .printf("  %-18s has ended; its log is %s%n", run.service().id(), run.log());
    }

    private static Optional<ConfigStatus> status(List<RunRecord> alive) {
        try (var management = new Management()) {
            return alive.stream()
                    .filter(run -> run.service().knowsConfiguration())
                    .findFirst()
                    .flatMap(run -> management.status(run.managementPort()));
        }
    }
}
