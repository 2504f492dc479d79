package dev.turnout.acceptance.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what another process does and cannot tell us. */
public final class Await {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Await() {}

    /**
     * Looks until nothing is missing.
     *
     * @param missing what is still missing, in words; empty when it is all there
     * @throws AssertionError with what was missing at last, after {@code atMost}
     */
    public static void until(Duration atMost, Supplier<Optional<String>> missing) {
        var deadline = Instant.now().plus(atMost);
        var still = missing.get();
        while (still.isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + atMost + ": " + still.get());
            }
            pause();
            still = missing.get();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
