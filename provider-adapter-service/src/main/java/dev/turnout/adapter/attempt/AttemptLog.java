package dev.turnout.adapter.attempt;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.log.RequestLog;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one line that an attempt leaves in the log. */
final class AttemptLog {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final ProviderCall call;
    private final long startNanos = System.nanoTime();
    private int status;
    private @Nullable String providerRequestId;
    private long firstEventMillis = -1;

    AttemptLog(ProviderCall call) {
        this.call = call;
    }

    /** The provider's head has come. */
    void head(int status, @Nullable String providerRequestId) {
        this.status = status;
        this.providerRequestId = providerRequestId;
    }

    /** The first meaningful event has come. */
    void begun() {
        firstEventMillis = millis();
    }

    /**
     * Writes the line.
     *
     * @param outcome in one word
     * @param cause of a failure, with what no client is told; null where the outcome says all
     */
    void ended(String outcome, @Nullable Throwable cause) {
        LOG.infof(
                "attempt ended: target=%s outcome=%s status=%d firstEventMs=%d ms=%d providerRequestId=%s cause=%s",
                RequestLog.printable(call.target().toString()),
                outcome,
                status,
                firstEventMillis,
                millis(),
                providerRequestId == null ? null : RequestLog.printable(providerRequestId),
                cause instanceof ProblemException expected ? expected.problem().message() : cause);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
