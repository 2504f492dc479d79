package dev.turnout.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A provider and one of its models, written {@code provider/model}; the model may hold slashes. */
public record Target(String provider, String model) {

    /** Name of the provider that is always there: our own web search. */
    public static final String SEARCH = "search";

    /**
     * Stands before a target where models are listed for Claude Code, whose picker shows only ids
     * with {@code claude} or {@code anthropic} in them, and in older versions only those that begin
     * so; whoever is asked for such a name leaves it out.
     */
    public static final String PICKER = "claude-gw/";

    /** Answers a client's web search with hits, without asking a model. */
    public static final Target SEARCH_DIRECT = new Target(SEARCH, "direct");

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
