package dev.turnout.gateway.admission;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.Traits;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One condition under which a request may go on: it reserves what the request is expected to need,
 * and is told at the end what it needed. Never blocks.
 */
public interface AdmissionStep {

    /** Reserves for this request, or says why not. */
    Uni<Decision> reserve(CallContext context, Traits traits);

    /** What a step decided. */
    sealed interface Decision {

        /** The request may go on; whoever lets it must settle exactly once. */
        record Granted(Reservation reservation) implements Decision {}

        /**
         * The request ends here.
         *
         * @param headers what else the client is told
         */
        record Denied(Problem problem, List<Header> headers) implements Decision {

            public Denied(Problem problem) {
                this(problem, List.of());
            }
        }
    }

    /** What was set aside for one request. */
    interface Reservation {

        /** What the client is told of it with its answer. */
        default List<Header> headers() {
            return List.of();
        }

        /** The body is held no longer: no other target will be tried. May not be called at all. */
        default void bodyReleased() {}

        /** The request has ended; {@link Usage#NONE} if it cost nothing or nobody told. */
        void settle(Usage usage);
    }
}
