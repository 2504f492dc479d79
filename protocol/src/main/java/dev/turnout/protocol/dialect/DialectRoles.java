package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect does for the services, each role in a file of its own in the dialect's package.
 */
public interface DialectRoles {

    /**
     * Looks at a request in one pass. {@link ProblemException} with {@code INVALID_REQUEST} where
     * it is none in this dialect.
     *
     * @param body decompressed
     * @param headers the client's
     */
    Peek peek(byte[] body, Operation operation, HeaderLookup headers);

    /** A problem as the JSON body of an answer. */
    byte[] errorBody(Problem problem, String requestId);

    /** A problem as the last event of a stream that has begun. */
    byte[] errorEvent(Problem problem, String requestId);

    /** The headers, beside content type and request id, that tell a client what to do now. */
    List<Header> errorHeaders(Problem problem);

    /**
     * A provider's answer that is not the one asked for, as a problem.
     *
     * @param status of the answer; a 2xx where its body is no answer
     * @param body as far as it was read
     */
    Problem readError(Target target, int status, HeaderLookup headers, byte[] body);

    /** Whether an answer of this status goes to the client as it is: trying again is no use. */
    boolean isFinal(int status);

    /** An event that only says that the stream is alive. */
    byte[] ping();

    /** Watches one answer. */
    ReplyReader replyReader(boolean stream);

    /** Where an operation is asked for, behind the base URL's path; null where there is no such. */
    @Nullable String path(Operation operation);

    /**
     * Understands a request. {@link ProblemException} with {@code INVALID_REQUEST} where it is none
     * in this dialect, or asks for what no other dialect could answer.
     *
     * @param body decompressed
     */
    Conversation readRequest(byte[] body);

    /**
     * Writes a request. {@link ProblemException} with {@code TARGET_UNUSABLE} where this dialect
     * cannot say what is asked.
     */
    WrittenRequest writeRequest(Conversation conversation, Upstream upstream);

    /**
     * Reads an answer in this dialect.
     *
     * @param stream what it is; a document else
     */
    ReplyDecoder replyDecoder(boolean stream, AnswerContext context);

    /**
     * Writes an answer in this dialect.
     *
     * @param stream what is wanted; a document else
     */
    ReplyEncoder replyEncoder(boolean stream, AnswerContext context);
}
