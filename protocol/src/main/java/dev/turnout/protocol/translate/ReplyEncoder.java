package dev.turnout.protocol.translate;

import java.io.ByteArrayOutputStream;

/**
 * Writes an answer, a stream or a document, in the client's dialect. One object for one answer,
 * used by one thread at a time.
 */
public interface ReplyEncoder {

    /** Writes whole events of a stream; of a document, all of it with the last event. */
    void write(ReplyEvent event, ByteArrayOutputStream out);

    /** Whether it writes a stream, event by event; a document else. */
    boolean streams();
}
