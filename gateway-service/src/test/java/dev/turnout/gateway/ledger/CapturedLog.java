package dev.turnout.gateway.ledger;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** The lines that one logger writes, as they come. */
public final class CapturedLog extends Handler implements AutoCloseable {

    public static final String ACCESS = "dev.turnout.access";

    private static final long HANG_SECONDS = 20;

    private final Logger logger;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private CapturedLog(Logger logger) {
        this.logger = logger;
    }

    /** Captures from now on, and everything down to debug. */
    public static CapturedLog of(String name) {
        var captured = new CapturedLog(Logger.getLogger(name));
        captured.setLevel(Level.ALL);
        captured.logger.setLevel(Level.FINE);
        captured.logger.addHandler(captured);
        return captured;
    }

    /** The next line, once it has been written. */
    public String next() throws InterruptedException {
        var line = lines.poll(HANG_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was logged");
        }
        return line;
    }

    /** Reads on to the first line that holds this text. */
    public String next(String text) throws InterruptedException {
        var line = next();
        while (!line.contains(text)) {
            line = next();
        }
        return line;
    }

    /** Whether nothing was logged but what {@link #next} has given. */
    public boolean isSilent() {
        return lines.isEmpty();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(null);
    }
}
