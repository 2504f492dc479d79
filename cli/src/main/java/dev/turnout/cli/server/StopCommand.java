package dev.turnout.cli.server;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code turnout stop}. */
@Command(
        name = "stop",
        description = "Stop Turnout; answers that are on their way have 20 seconds to end.")
public final class StopCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    public StopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // What another command is starting is stopped as well, once it has come up.
        return new Servers(surroundings).alone(this::stop);
    }

    private int stop() {
        var folder = new RunFolder(surroundings.home().running());
        var records = folder.records();
        if (records.isEmpty()) {
            surroundings.out().println("Turnout is not running.");
            return ExitCode.OK;
        }
        // The front door comes first, so that what it has let in still finds the others.
        for (var run : records) {
            var end = Stopping.stop(run);
            folder.remove(run);
            var name = run.service().id();
            surroundings
                    .out()
                    .println(
                            switch (end) {
                                case WENT -> "Stopped %s.".formatted(name);
                                case WAS_GONE ->
                                        "%s had ended before; its log is %s"
                                                .formatted(name, run.log());
                                case KILLED ->
                                        "%s did not end within %d s and was killed; its log is %s"
                                                .formatted(
                                                        name,
                                                        Stopping.GRACE.toSeconds(),
                                                        run.log());
                            });
        }
        return ExitCode.OK;
    }
}
