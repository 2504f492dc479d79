package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One of our applications as a process, which never outlives this JVM. */
final class ServerProcess {

    private static final Duration START = Duration.ofSeconds(120);
    private static final int LOG_TAIL = 8_000;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String module;
    private final URI management;
    private final Path log;
    private final ProcessBuilder builder;
    private @Nullable Process process;

    /**
     * An application that is packaged and not started yet.
     *
     * @param management where it will show its health
     * @param environment all that it gets
     * @param properties set over its configuration
     */
    ServerProcess(
            String module,
            URI management,
            Path log,
            Map<String, String> environment,
            Map<String, String> properties) {
        this.module = module;
        this.management = management;
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Up to six JVMs start on few cores: the quick compiler alone, small heaps.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar(module).toString()));
        builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
    }

    private static Path jar(String module) {
        var jar = Path.of("..", module, "target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new AssertionError("package " + module + " first: there is no " + jar);
        }
        return jar.normalize();
    }

    URI management() {
        return management;
    }

    void start() {
        try {
            var started = builder.start();
            RUNNING.add(started);
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Await.until(START, this::missing);
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
            RUNNING.remove(running);
        }
    }

    /** Starts it again if it has ended. */
    void revive() {
        if (process == null || !process.isAlive()) {
            start();
            awaitReady();
        }
    }

    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> missing() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError(module + " has ended. Its log:\n" + tail());
        }
        return Readiness.missing(management).map(missing -> module + missing + "\n" + tail());
    }

    private String tail() {
        var all = log();
        return all.substring(Math.max(0, all.length() - LOG_TAIL));
    }
}
