package dev.turnout.protocol.translate;

import dev.turnout.protocol.sse.SseEvent;

/**
 * What a dialect has of its own in the reading of an answer: it takes in the answer's JSON, piece
 * by piece or whole, and tells what that says. One object for one answer.
 */
public interface ReadAnswer {

    /** Who tells it. */
    ReplyTeller teller();

    /**
     * Takes in an event of a stream, errors as well. {@link dev.turnout.contracts.ProblemException}
     * where its data is no JSON object.
     */
    void event(SseEvent event);

    /**
     * Takes in a whole document, errors as well, and tells the end. {@link
     * dev.turnout.contracts.ProblemException} where it is no JSON object.
     */
    void document(byte[] json);

    /** {@code [DONE]} has come, which not every dialect has. */
    void done();

    /**
     * Whether no content comes any more, though usage may, or nothing, or a connection that stays
     * open for nothing.
     */
    boolean finished();

    /** Nothing follows. It is told as whole, unless its end has been told. */
    void stop();
}
