package dev.turnout.cli.server;

import java.time.Duration;

/** Ends a process: asks first, and does not ask forever. */
final class Stopping {

    /** Answers that are on their way may end in this time. */
    static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private Stopping() {}

    /** How a process ended. */
    enum End {
        WAS_GONE,
        WENT,
        KILLED
    }

    /** Ends the process of that record, and no other that may have its pid by now. */
    static End stop(RunRecord run) {
        if (!run.isAlive()) {
            return End.WAS_GONE;
        }
        var process = ProcessHandle.of(run.pid()).orElseThrow();
        process.destroy();
        if (isGone(run, GRACE)) {
            return End.WENT;
        }
        process.destroyForcibly();
        isGone(run, GRACE);
        return End.KILLED;
    }

    private static boolean isGone(RunRecord run, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (run.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
