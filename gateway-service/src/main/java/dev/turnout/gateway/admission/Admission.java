package dev.turnout.gateway.admission;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.admission.AdmissionStep.Decision;
import dev.turnout.gateway.admission.AdmissionStep.Reservation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Takes a request through all steps in their order; what a later one denies, earlier ones undo. */
@ApplicationScoped
public class Admission implements AdmissionStep {

    private final List<AdmissionStep> steps;

    @Inject
    Admission(BodiesInFlight bodies, RequestLimit requests) {
        // Whoever finds no room for his body has not spent a request.
        this(List.of(bodies, requests));
    }

    /** For the order, see the injected constructor: it is the list. */
    public Admission(List<AdmissionStep> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public Uni<Decision> reserve(CallContext context, Traits traits) {
        return from(0, new Reservations(new ArrayList<>()), context, traits);
    }

    private Uni<Decision> from(int next, Reservations made, CallContext context, Traits traits) {
        if (next == steps.size()) {
            return Uni.createFrom().item(new Decision.Granted(made));
        }
        return Uni.createFrom()
                .deferred(() -> steps.get(next).reserve(context, traits))
                .onFailure()
                .invoke(fault -> made.settle(Usage.NONE))
                .chain(
                        decision ->
                                switch (decision) {
                                    case Decision.Granted(var reservation) -> {
                                        made.all().add(reservation);
                                        yield from(next + 1, made, context, traits);
                                    }
                                    case Decision.Denied denied -> {
                                        made.settle(Usage.NONE);
                                        yield Uni.createFrom().item(denied);
                                    }
                                });
    }

    private record Reservations(List<Reservation> all) implements Reservation {

        @Override
        public List<Header> headers() {
            return all.stream().flatMap(one -> one.headers().stream()).toList();
        }

        @Override
        public void bodyReleased() {
            all.forEach(Reservation::bodyReleased);
        }

        @Override
        public void settle(Usage usage) {
            all.forEach(reservation -> reservation.settle(usage));
        }
    }
}
