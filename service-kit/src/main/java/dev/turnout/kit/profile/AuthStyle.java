package dev.turnout.kit.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.turnout.contracts.Header;
import java.util.Optional;

/** How a provider wants to be shown its key. */
public enum AuthStyle {
    @JsonProperty("none")
    NONE,
    @JsonProperty("x-api-key")
    X_API_KEY,
    @JsonProperty("bearer")
    BEARER,
    @JsonProperty("x-goog-api-key")
    X_GOOG_API_KEY;

    /** The header that shows {@code key}, the resolved secret; empty where none is shown. */
    public Optional<Header> header(String key) {
        return switch (this) {
            case NONE -> Optional.empty();
            case X_API_KEY -> Optional.of(new Header("x-api-key", key));
            case BEARER -> Optional.of(new Header("authorization", "Bearer " + key));
            case X_GOOG_API_KEY -> Optional.of(new Header("x-goog-api-key", key));
        };
    }
}
