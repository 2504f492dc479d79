package dev.turnout.config.document;

import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import org.jspecify.annotations.Nullable;

/** Each limit on how often requests may come does limit something. */
final class LimitsAreSane implements Rule {

    private static final Pointer LIMITS = Pointer.to("limits");

    /** A burst that takes longer to come back is a quota, and not what a rate is for. */
    private static final int LONGEST_REFILL_MINUTES = 60;

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        Limits limits = draft.limits();
        checkBurst(limits.key(), "key", findings);
        checkBurst(limits.user(), "user", findings);
        checkBurst(limits.address(), "address", findings);
        var key = limits.key();
        var user = limits.user();
        if (key != null
                && user != null
                && user.requestsPerMinute() <= key.requestsPerMinute()
                && user.burst() <= key.burst()) {
            findings.warning(
                    LIMITS.then("key"),
                    "the limit of all keys of a user together is reached before that of one key",
                    null,
                    "Remove the limit `key`, or make it smaller than `user`.");
        }
    }

    private static void checkBurst(@Nullable Rate rate, String whose, Findings findings) {
        if (rate != null
                && rate.burst() > (long) LONGEST_REFILL_MINUTES * rate.requestsPerMinute()) {
            findings.error(
                    LIMITS.then(whose).then("burst"),
                    "it would take more than an hour until so large a burst may come again",
                    "Make `burst` at most %,d, which is %d times `requestsPerMinute`."
                            .formatted(
                                    (long) LONGEST_REFILL_MINUTES * rate.requestsPerMinute(),
                                    LONGEST_REFILL_MINUTES));
        }
    }
}
