package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Conversation;

/** To be written. */
public final class ResponsesRequestReader {

    private ResponsesRequestReader() {}

    public static Conversation read(byte[] body) {
        throw new UnsupportedOperationException("not written yet");
    }
}
