package dev.turnout.cli.code;

import dev.turnout.cli.client.ClaudeEnvironment;
import dev.turnout.cli.keys.KeyFile;
import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Programs;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.cli.server.Servers;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code turnout code}. */
@Command(
        name = "code",
        description = {
            "Run Claude Code through Turnout, which is started if it does not run.",
            "Every argument is Claude Code's own; its help is ./turnout code -- --help.",
            "The program is the claude on the PATH, or the one that CLAUDE_BIN names."
        })
public final class CodeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "For Claude Code.")
    private List<String> arguments = List.of();

    public CodeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var command = new ArrayList<String>();
        command.add(program());
        command.addAll(arguments);
        var claude = new ClaudeEnvironment(address(), key());

        var builder = new ProcessBuilder(command).inheritIO();
        var environment = claude.over(surroundings.environment());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.waitFor();
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.NO_PROGRAM,
                    "%s could not be started: check that CLAUDE_BIN, or the claude on the PATH, is Claude Code."
                            .formatted(command.getFirst()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private String program() {
        var environment = surroundings.environment();
        var named = environment.getOrDefault("CLAUDE_BIN", "");
        if (!named.isBlank()) {
            return named;
        }
        return Programs.find("claude", environment)
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitCode.NO_PROGRAM,
                                        "There is no claude on the PATH: install Claude Code, or let CLAUDE_BIN name it."))
                .toString();
    }

    private URI address() {
        var servers = new Servers(surroundings);
        return servers.address()
                .or(() -> servers.start("127.0.0.1", null, false).map(Servers.Started::address))
                // Another terminal was quicker.
                .or(servers::address)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "Turnout runs without its gateway: ./turnout stop, then start it anew."));
    }

    private String key() {
        if (new KeyFile(surroundings.home()).isEmpty()) {
            return ClaudeEnvironment.NO_KEY;
        }
        var key = surroundings.environment().getOrDefault("TURNOUT_KEY", "");
        if (key.isBlank()) {
            throw new Failure(
                    "Every caller needs a client key: set TURNOUT_KEY to yours, or make one with ./turnout keys new.");
        }
        return key;
    }

    /** Leaves no claude behind, and does not leave before it. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
