package dev.turnout.gateway.admission;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.GatewaySettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caps the bodies that are held for failover, so that a burst of big ones while a provider is slow
 * ends in refusals and not in a process without memory.
 */
@ApplicationScoped
public class BodiesInFlight implements AdmissionStep {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    @Inject
    BodiesInFlight(GatewaySettings settings) {
        this.most = settings.bodiesInFlight();
    }

    @Override
    public Uni<Decision> reserve(CallContext context, Traits traits) {
        long bytes = traits.bodyBytes();
        if (held.addAndGet(bytes) > most) {
            held.addAndGet(-bytes);
            return Uni.createFrom()
                    .item(
                            new Decision.Denied(
                                    Problem.of(
                                            ProblemCode.UNAVAILABLE,
                                            "The gateway holds as many requests as it can; try"
                                                    + " again in a moment.",
                                            2)));
        }
        return Uni.createFrom().item(new Decision.Granted(new Held(bytes)));
    }

    /** Bytes that are held now, for all requests. */
    long held() {
        return held.get();
    }

    private final class Held implements Reservation {

        private long bytes;

        Held(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void bodyReleased() {
            held.addAndGet(-bytes);
            bytes = 0;
        }

        @Override
        public void settle(Usage usage) {
            bodyReleased();
        }
    }
}
