package dev.turnout.protocol.dialect;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
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
