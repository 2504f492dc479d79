package dev.turnout.contracts.config;

import org.jspecify.annotations.Nullable;

/**
 * How often requests may come. A limit holds over all gateways together; null sets none.
 *
 * @param key of each client key
 * @param user of each user, over all of the user's keys
 * @param address of each client address, before anybody knows who calls
 */
public record Limits(@Nullable Rate key, @Nullable Rate user, @Nullable Rate address) {

    public static final Limits NONE = new Limits(null, null, null);

    /**
     * A steady rate with room for a burst, and no windows: whoever has used the burst up may send
     * one request each {@code 60 / requestsPerMinute} seconds.
     *
     * @param requestsPerMinute at least 1
     * @param burst requests that may come at once after a pause; at least 1
     */
    public record Rate(int requestsPerMinute, int burst) {

        public Rate {
            if (requestsPerMinute < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate lets at least one request pass");
            }
        }

        /** Microseconds from one request to the next at the steady rate. */
        public long intervalMicros() {
            return 60_000_000L / requestsPerMinute;
        }
    }
}
