package dev.turnout.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A wire format that a client or a provider speaks. */
public enum Dialect {
    ANTHROPIC("anthropic"),
    OPENAI_CHAT("openai-chat"),
    OPENAI_RESPONSES("openai-responses"),
    GEMINI("gemini");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /** The name users write, for example {@code openai-chat}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The dialect of that name; {@link IllegalArgumentException} for a name that is none. */
    @JsonCreator
    public static Dialect of(String id) {
        for (var dialect : values()) {
            if (dialect.id.equals(id)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("no dialect is named " + id);
    }
}
