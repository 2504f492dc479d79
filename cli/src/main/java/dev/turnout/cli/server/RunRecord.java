package dev.turnout.cli.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that was started, as its file in the home tells of it.
 *
 * @param started when the operating system says it began; with the pid this names the process,
 *     since pids come again
 * @param host it listens on
 * @param log the file it prints to, or {@code terminal}
 */
record RunRecord(
        Service service,
        long pid,
        Instant started,
        String host,
        int port,
        int managementPort,
        String log) {

    /** The clock that start times are told by may be set meanwhile. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    /** Of a process that has just been started. */
    static RunRecord of(Placement placement, ProcessHandle process, String log) {
        return new RunRecord(
                placement.service(),
                process.pid(),
                process.info().startInstant().orElseGet(Instant::now),
                placement.host(),
                placement.port(),
                placement.managementPort(),
                log);
    }

    /** Whether the process still runs, and is the one that was started. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                // One that has ended and that nobody fetched has a start time but no program.
                .filter(process -> process.isAlive() && process.info().command().isPresent())
                .flatMap(process -> process.info().startInstant())
                .filter(start -> Duration.between(start, started).abs().compareTo(CLOCK_STEP) < 0)
                .isPresent();
    }

    /** Where this machine reaches it. */
    URI address() {
        var reachable =
                switch (host) {
                    case "0.0.0.0", "::", "localhost" -> "127.0.0.1";
                    default -> host.contains(":") ? "[" + host + "]" : host;
                };
        return URI.create("http://" + reachable + ":" + port);
    }
}
