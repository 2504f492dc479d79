package dev.turnout.search.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal questions that come while the first is being answered share its answer, or its
 * failure.
 */
public final class SingleFlight<K, T> {

    /** What is on its way; this object's monitor guards it, and how many wait for each. */
    private final Map<K, Flight> flights = new HashMap<>();

    /**
     * The answer to a question. One who stops waiting does not stop it for the others; when the
     * last one does, it is cancelled.
     *
     * @param first answers it; called unless the same is on its way
     * @param shared what one who joins makes of the answer that is on its way
     */
    public Uni<T> join(K question, Supplier<Uni<T>> first, UnaryOperator<Uni<T>> shared) {
        return Uni.createFrom().deferred(() -> board(question, first, shared));
    }

    private synchronized Uni<T> board(
            K question, Supplier<Uni<T>> first, UnaryOperator<Uni<T>> shared) {
        var flying = flights.get(question);
        if (flying != null) {
            flying.waiting++;
            return shared.apply(Uni.createFrom().emitter(waiter -> flying.await(waiter)));
        }
        var own = new Flight(question);
        flights.put(question, own);
        return Uni.createFrom()
                .emitter(
                        emitter -> {
                            own.await(emitter);
                            own.start(first);
                        });
    }

    private synchronized void landed(Flight flight) {
        flights.remove(flight.question, flight);
    }

    /** Whether nobody waits for it any more, and nobody will. */
    private synchronized boolean leftByAll(Flight flight) {
        return --flight.waiting == 0 && flights.remove(flight.question, flight);
    }

    /** A question that is being answered. */
    private final class Flight {

        private final K question;
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        private int waiting = 1;
        private volatile boolean unwanted;
        private volatile @Nullable Cancellable work;

        Flight(K question) {
            this.question = question;
        }

        void start(Supplier<Uni<T>> first) {
            var started =
                    Uni.createFrom()
                            .deferred(first::get)
                            .onTermination()
                            .invoke(() -> landed(this))
                            .subscribe()
                            .with(answer::complete, answer::completeExceptionally);
            work = started;
            if (unwanted) {
                started.cancel();
            }
        }

        void await(UniEmitter<? super T> waiter) {
            answer.whenComplete(
                    (item, fault) -> {
                        if (fault == null) {
                            waiter.complete(item);
                        } else {
                            waiter.fail(fault);
                        }
                    });
            waiter.onTermination(this::leave);
        }

        /** One has the answer, or waits no longer. */
        private void leave() {
            if (leftByAll(this)) {
                unwanted = true;
                var running = work;
                if (running != null) {
                    running.cancel();
                }
            }
        }
    }
}
