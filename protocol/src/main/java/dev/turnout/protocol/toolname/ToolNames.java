package dev.turnout.protocol.toolname;

import dev.turnout.protocol.conversation.Conversation;

/** The names of a conversation's tools as its provider knows them, and the way back. */
public final class ToolNames {

    private final Conversation conversation;

    private ToolNames(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Names by a provider's rule. */
    public static ToolNames of(Conversation conversation, NameRule rule) {
        return new ToolNames(conversation);
    }

    /** The conversation with the provider's names in tools, tool choice and calls. */
    public Conversation told() {
        return conversation;
    }

    /** The client's name of a tool that the model calls by this one. */
    public String meant(String called) {
        return called;
    }
}
