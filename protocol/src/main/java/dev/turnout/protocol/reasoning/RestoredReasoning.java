package dev.turnout.protocol.reasoning;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Conversation;

/** A conversation whose sealed thinking is opened for the one target that it came from. */
public final class RestoredReasoning {

    private RestoredReasoning() {}

    /**
     * The conversation toward a target: thinking of its own holds what it wants back, and no
     * signature is a seal any more.
     */
    public static Conversation toward(
            Target target, Conversation conversation, ReasoningSeal seal) {
        return conversation;
    }
}
