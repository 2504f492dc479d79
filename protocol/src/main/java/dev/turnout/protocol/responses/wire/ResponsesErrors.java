package dev.turnout.protocol.responses.wire;

import dev.turnout.contracts.Problem;

/** To be written. */
public final class ResponsesErrors {

    private ResponsesErrors() {}

    public static byte[] body(Problem problem, String requestId) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static byte[] event(Problem problem, String requestId) {
        throw new UnsupportedOperationException("not written yet");
    }
}
