package dev.turnout.protocol.property;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Tries a property many times, each time with a seed of its own, which a failure names. Every
 * machine tries the same.
 */
public final class Runs {

    private static final String COUNT = "turnout.";
    private static final String SEED = "turnout.seed";

    /** Makes neighbouring seeds far apart, for else they begin with nearly equal numbers. */
    private static final long FAR = 0x9E3779B97F4A7C15L;

    private Runs() {}

    /**
     * Tries it, on all processors.
     *
     * @param what is tried, in the plural: the system property {@code turnout.<what>} says how
     *     often, and {@code turnout.seed} from which seed on
     * @param usual how often without that
     */
    public static void of(String what, int usual, Consumer<Random> property) {
        long wanted = Long.getLong(COUNT + what, usual);
        long first = Long.getLong(SEED, 0);
        long begin = System.nanoTime();
        var failure =
                LongStream.range(first, first + wanted)
                        .parallel()
                        .mapToObj(seed -> failure(what, seed, property))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (System.getProperty(COUNT + what) != null) {
            var took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("%,d %s in %,d s%n", wanted, what, took.toSeconds());
        }
    }

    private static Optional<AssertionError> failure(
            String what, long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed * FAR));
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(
                    new AssertionError(
                            "Seed %d fails; alone: -Dturnout.seed=%d -Dturnout.%s=1\n%s"
                                    .formatted(seed, seed, what, e),
                            e));
        }
    }
}
