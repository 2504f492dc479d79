package dev.turnout.protocol.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Whether the model must call a tool.
 *
 * @param tool the one that it must call; null but for {@code ONE}
 * @param parallel whether it may call several at once
 */
public record ToolChoice(Kind kind, @Nullable String tool, boolean parallel) {

    /** How much choice the model has. */
    public enum Kind {
        AUTO,
        ANY,
        ONE,
        NONE
    }

    /** Whether the model must call at all. */
    public boolean demands() {
        return kind == Kind.ANY || kind == Kind.ONE;
    }
}
