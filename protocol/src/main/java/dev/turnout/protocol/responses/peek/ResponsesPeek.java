package dev.turnout.protocol.responses.peek;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;

/** To be written. */
public final class ResponsesPeek {

    private ResponsesPeek() {}

    public static Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        throw new UnsupportedOperationException("not written yet");
    }
}
