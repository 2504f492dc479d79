package dev.turnout.protocol.conversation;

import java.util.List;

/**
 * One message.
 *
 * @param content in order; empty where a client sent nothing. The user says texts, images,
 *     documents and tool results; the assistant texts, thinking, calls, and its provider's searches
 *     with their results; a system turn texts and tool references
 */
public record Turn(Role role, List<Block> content) {

    /** Who speaks. A system turn stands in the middle of the conversation. */
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM
    }

    public Turn {
        content = List.copyOf(content);
    }
}
