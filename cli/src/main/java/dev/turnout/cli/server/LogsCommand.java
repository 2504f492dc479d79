package dev.turnout.cli.server;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code turnout logs}. */
@Command(
        name = "logs",
        description = "Show what Turnout, or one of its services, has printed of late.")
public final class LogsCommand implements Callable<Integer> {

    /** Stands for a log where the process prints to the terminal it was started in. */
    static final String TERMINAL = "terminal";

    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Surroundings surroundings;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines to begin with (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "standalone; or, with --split, gateway, routing, provider-adapter, config, search. All if not given.")
    private @Nullable String service;

    private @Nullable String shown;

    public LogsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var tails = tails();
        try {
            for (var tail : tails.entrySet()) {
                show(tails.size(), tail.getKey(), tail.getValue().last(lines));
            }
            while (follow) {
                Thread.sleep(GLANCE);
                for (var tail : tails.entrySet()) {
                    show(tails.size(), tail.getKey(), tail.getValue().more());
                }
            }
        } catch (IOException e) {
            throw new Failure("The log cannot be read any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    /** The logs of what runs, or ran last, by service. */
    private Map<String, LogTail> tails() {
        var tails = new LinkedHashMap<String, LogTail>();
        for (var run : new Servers(surroundings).records()) {
            if (run.log().equals(TERMINAL)) {
                throw new Failure("Turnout prints to the terminal it was started in by run.");
            }
            add(tails, run.service(), Path.of(run.log()));
        }
        if (tails.isEmpty()) {
            for (var one : Service.values()) {
                add(tails, one, surroundings.home().logs().resolve(one.id() + ".log"));
            }
        }
        if (tails.isEmpty()) {
            throw new Failure(
                    service == null
                            ? "There is no log: Turnout was not started from this home yet."
                            : "There is no log of %s: see ./turnout logs --help."
                                    .formatted(service));
        }
        return tails;
    }

    private void add(Map<String, LogTail> tails, Service one, Path log) {
        if ((service == null || service.equals(one.id())) && Files.exists(log)) {
            tails.put(one.id(), new LogTail(log));
        }
    }

    private void show(int among, String name, byte[] text) {
        if (text.length == 0) {
            return;
        }
        if (among > 1 && !name.equals(shown)) {
            surroundings.out().printf("%n==> %s <==%n", name);
            shown = name;
        }
        surroundings.out().write(text, 0, text.length);
        surroundings.out().flush();
    }
}
