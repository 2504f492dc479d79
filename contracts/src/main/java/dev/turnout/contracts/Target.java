package dev.turnout.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A provider and one of its models, written {@code provider/model}; the model may hold slashes. */
public record Target(String provider, String model) {

    public Target {
        if (provider.isEmpty() || model.isEmpty() || provider.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "a target is written provider/model, not " + provider + "/" + model);
        }
    }

    /** Reads {@code provider/model}; {@link IllegalArgumentException} where a part is missing. */
    @JsonCreator
    public static Target of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a target is written provider/model, not " + text);
        }
        return new Target(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return provider + "/" + model;
    }
}
