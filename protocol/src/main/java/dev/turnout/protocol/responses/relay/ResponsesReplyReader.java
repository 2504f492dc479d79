package dev.turnout.protocol.responses.relay;

import dev.turnout.protocol.dialect.ReplyReader;

/** To be written. */
public final class ResponsesReplyReader {

    private ResponsesReplyReader() {}

    public static ReplyReader of(boolean stream) {
        throw new UnsupportedOperationException("not written yet");
    }
}
