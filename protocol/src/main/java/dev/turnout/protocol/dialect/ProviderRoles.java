package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect does toward the providers that speak it, each role in a file of its own in the
 * dialect's packages.
 */
public interface ProviderRoles {

    /**
     * Where an operation is asked for, behind the base URL's path, a query included; null where
     * there is no such.
     *
     * @param model the provider's own name of it, as it is
     * @param stream whether a stream is wanted
     */
    @Nullable String path(Operation operation, String model, boolean stream);

    /** How tools may be called here. */
    NameRule toolNames();

    /**
     * What is changed in a relayed body, because a provider with these quirks refuses it.
     *
     * @param outline of the body
     */
    default List<Edit> refusals(byte[] body, Outline outline, Set<Quirk> quirks) {
        return List.of();
    }

    /** What of the client's headers a provider with these quirks gets with a relayed body. */
    default List<Header> relayedHeaders(List<Header> sent, Set<Quirk> quirks) {
        return sent;
    }

    /**
     * Whether reasoning of earlier turns is of use to this provider, so that it is worth looking up
     * where the client has not kept it.
     */
    default boolean takesReasoningBack(Upstream upstream) {
        return true;
    }

    /**
     * Writes a request. {@link dev.turnout.contracts.ProblemException} with {@code TARGET_UNUSABLE}
     * where this dialect cannot say what is asked.
     */
    WrittenRequest writeRequest(Conversation conversation, Upstream upstream);

    /**
     * Reads an answer of status 200.
     *
     * @param stream what it is; a document else
     */
    ReplyDecoder replyDecoder(boolean stream, AnswerContext context);
}
