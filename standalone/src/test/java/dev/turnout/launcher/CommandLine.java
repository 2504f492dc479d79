package dev.turnout.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged command line, without the script before it, which would build.
 *
 * @param home where it and what it starts keep their files; there is nothing in it at first
 * @param claude the program that stands in for Claude Code
 */
record CommandLine(Path home, Path claude) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** How a process ended, and what it printed. */
    record Ended(int code, String out, String err) {}

    /** Runs a command of Turnout's. */
    Ended turnout(String... arguments) throws IOException, InterruptedException {
        var jar = ROOT.resolve("cli/target/cli.jar");
        if (Files.notExists(jar)) {
            throw new AssertionError("package cli first: there is no " + jar);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dturnout.root=" + ROOT);
        command.addAll(List.of("-cp", jar + ":" + ROOT.resolve("cli/target/lib") + "/*"));
        command.add("dev.turnout.cli.Main");
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs what Turnout printed, as a user who pastes it. */
    Ended shell(String line) throws IOException, InterruptedException {
        return run(List.of("bash", "-c", line));
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        // Files and not pipes: those would stay open with what runs on in the background.
        var out = Files.createTempFile(home, "out", "");
        var err = Files.createTempFile(home, "err", "");
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        // No key of a provider and no proxy: only the demo may answer.
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", System.getenv("PATH"),
                                "HOME", home.toString(),
                                "TURNOUT_HOME", home.resolve("turnout").toString(),
                                "CLAUDE_BIN", claude.toString()));
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end:\n" + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
