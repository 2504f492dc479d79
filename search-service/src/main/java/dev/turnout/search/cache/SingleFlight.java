package dev.turnout.search.cache;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Lets equal questions that come while the first is being answered share its answer, or its
 * failure.
 */
public final class SingleFlight<K, T> {

    private final ConcurrentMap<K, Uni<T>> flights = new ConcurrentHashMap<>();

    /**
     * The answer to a question. One who stops waiting does not stop it for the others.
     *
     * @param first answers it; called unless the same is on its way
     * @param shared what one who joins makes of the answer that is on its way
     */
    public Uni<T> join(K question, Supplier<Uni<T>> first, UnaryOperator<Uni<T>> shared) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            var own = flight(question, first);
                            var flying = flights.putIfAbsent(question, own);
                            return flying == null ? own : shared.apply(flying);
                        });
    }

    private Uni<T> flight(K question, Supplier<Uni<T>> first) {
        return Uni.createFrom()
                .deferred(first::get)
                .onTermination()
                .invoke(() -> flights.remove(question))
                .memoize()
                .indefinitely();
    }
}
