package dev.turnout.protocol.responses.wire;

/** To be written. */
public final class ResponsesEvents {

    private ResponsesEvents() {}

    public static byte[] ping() {
        throw new UnsupportedOperationException("not written yet");
    }
}
