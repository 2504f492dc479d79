package dev.turnout.contracts.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a replica made of a revision.
 *
 * @param service its kind ({@code gateway})
 * @param replica which one of them
 * @param revision that was pushed
 * @param outcome whether it serves from it; a replica that rejects keeps serving the one before
 * @param reason why it was rejected
 */
public record Acknowledgement(
        String service,
        String replica,
        long revision,
        Outcome outcome,
        @Nullable String reason,
        Instant at) {

    /** Whether a revision is served from. */
    public enum Outcome {
        @JsonProperty("applied")
        APPLIED,
        @JsonProperty("rejected")
        REJECTED
    }
}
