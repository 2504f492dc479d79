package dev.turnout.gateway.ledger;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.kit.log.RequestLog;
import dev.turnout.kit.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes each request's end down: one line of the access log, and the metrics. */
@ApplicationScoped
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("dev.turnout.access");

    private final Metrics metrics;

    @Inject
    public AccessLog(Metrics metrics) {
        this.metrics = metrics;
    }

    /** A target failed before it had an answer, and another is tried; the adapter logs why. */
    public void failedOver(Target from, ProblemCode code, Target to) {
        LOG.infof(
                "failed over from=%s to=%s code=%s",
                RequestLog.printable(from.toString()),
                RequestLog.printable(to.toString()),
                code.name().toLowerCase(Locale.ROOT));
        metrics.failedOver(from.provider(), to.provider(), code);
    }

    public void ended(RequestRecord request) {
        var plan = request.plan();
        var usage = request.usage();
        LOG.infof(
                "request ended outcome=%s status=%d class=%s model=%s route=%s target=%s"
                        + " attempts=%d revision=%d key=%s input=%d output=%d first_ms=%d ms=%d",
                request.outcome().word(),
                request.status(),
                request.traits().requestClass().name().toLowerCase(Locale.ROOT),
                RequestLog.printable(request.traits().model()),
                plan == null ? "-" : RequestLog.printable(plan.route()),
                request.target() == null ? "-" : RequestLog.printable(request.target().toString()),
                request.attempts(),
                plan == null ? 0 : plan.revision(),
                request.context().principal().key(),
                usage.prompt(),
                usage.output(),
                request.firstEvent() == null ? -1 : request.firstEvent().toMillis(),
                request.took().toMillis());
        var provider = provider(request.target());
        metrics.requestEnded(
                request.operation().name().toLowerCase(Locale.ROOT),
                provider,
                request.outcome().word(),
                request.took());
        metrics.tokens(provider, usage);
        boolean generated = request.operation() == Operation.GENERATE && request.status() == 200;
        if (generated && request.firstEvent() != null) {
            metrics.firstEvent(provider, request.firstEvent());
        }
        switch (request.outcome()) {
            case STREAM_FAILED, CLIENT_LEFT -> metrics.streamAborted(request.outcome().word());
            case ANSWERED, REFUSED_BY_PROVIDER, REJECTED, FAILED -> {}
        }
    }

    private static String provider(@Nullable Target target) {
        return target == null ? "none" : target.provider();
    }
}
