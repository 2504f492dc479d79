package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.config.Limits;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a document and writes their bursts out. */
final class DraftLimits {

    /** The usual burst is what the steady rate lets pass in ten seconds. */
    private static final int BURSTS_PER_MINUTE = 6;

    private static final int LARGEST_USUAL_BURST = 1_000;

    private DraftLimits() {}

    static Limits read(JsonNode node) {
        return new Limits(
                rate(node.path("key")), rate(node.path("user")), rate(node.path("address")));
    }

    private static Limits.@Nullable Rate rate(JsonNode node) {
        int requests = node.path("requestsPerMinute").asInt();
        int burst = node.path("burst").asInt(usualBurst(requests));
        return requests < 1 || burst < 1 ? null : new Limits.Rate(requests, burst);
    }

    private static int usualBurst(int requestsPerMinute) {
        return Math.clamp(requestsPerMinute / BURSTS_PER_MINUTE, 1, LARGEST_USUAL_BURST);
    }
}
