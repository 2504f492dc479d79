package dev.turnout.config.revision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a document came here. */
public enum Origin {
    /** It was saved to the watched file. */
    @JsonProperty("file")
    FILE,
    /** Somebody submitted it. */
    @JsonProperty("submitted")
    SUBMITTED,
    /** Nobody wrote one: it was made up from the environment. */
    @JsonProperty("detected")
    DETECTED
}
