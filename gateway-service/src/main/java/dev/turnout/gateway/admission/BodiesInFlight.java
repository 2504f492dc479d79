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
 * Caps the bodies that are being read or held for failover, so that a burst of big ones while a
 * provider is slow ends in refusals and not in a process without memory.
 */
@ApplicationScoped
public class BodiesInFlight implements AdmissionStep {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    @Inject
    public BodiesInFlight(GatewaySettings settings) {
        this.most = settings.bodiesInFlight();
    }

    @Override
    public Uni<Decision> reserve(CallContext context, Traits traits) {
        var room = room();
        return Uni.createFrom()
                .item(
                        room.grow(traits.bodyBytes())
                                ? new Decision.Granted(room)
                                : new Decision.Denied(full()));
    }

    /** Room for one body, of no bytes yet. */
    public Room room() {
        return new Room();
    }

    /** Why there is no room. */
    public static Problem full() {
        return Problem.of(
                ProblemCode.UNAVAILABLE,
                "The gateway holds as many requests as it can; try again in a moment.",
                2);
    }

    /** Bytes that are held now, for all requests. */
    long held() {
        return held.get();
    }

    /** The bytes that are set aside for one body; used by one thread at a time. */
    public final class Room implements Reservation {

        private long bytes;

        /** Sets more bytes aside; false, and nothing changed, where there are none left. */
        public boolean grow(long more) {
            if (held.addAndGet(more) > most) {
                held.addAndGet(-more);
                return false;
            }
            bytes += more;
            return true;
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
