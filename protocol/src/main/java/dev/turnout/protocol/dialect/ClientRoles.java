package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyEncoder;

/**
 * What a dialect does for the clients that speak it, each role in a file of its own in the
 * dialect's packages.
 */
public interface ClientRoles {

    /**
     * Looks at a request in one pass. {@link dev.turnout.contracts.ProblemException} with {@code
     * INVALID_REQUEST} where it is none in this dialect.
     *
     * @param body decompressed
     * @param headers the client's
     */
    Peek peek(byte[] body, Operation operation, HeaderLookup headers);

    /**
     * Tells the tally what counts in a request. {@link dev.turnout.contracts.ProblemException} with
     * {@code INVALID_REQUEST} where the body is no JSON object; what is odd in it counts nothing.
     *
     * @param body decompressed
     */
    void count(byte[] body, Tally tally);

    /** A problem as the JSON body of an answer. */
    byte[] errorBody(Problem problem, String requestId);

    /** A problem as the last event of a stream that has begun. */
    byte[] errorEvent(Problem problem, String requestId);

    /** An event that only says that the stream is alive. */
    byte[] ping();

    /** Watches one answer of a provider that speaks the dialect as well. */
    ReplyReader replyReader(boolean stream);

    /**
     * Understands a request. {@link dev.turnout.contracts.ProblemException} with {@code
     * INVALID_REQUEST} where it is none in this dialect, or asks for what no other dialect could
     * answer.
     *
     * @param body decompressed
     */
    Conversation readRequest(byte[] body);

    /**
     * Writes an answer.
     *
     * @param stream what is wanted; a document else
     */
    ReplyEncoder replyEncoder(boolean stream, AnswerContext context);
}
