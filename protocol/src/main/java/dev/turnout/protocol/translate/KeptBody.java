package dev.turnout.protocol.translate;

import java.io.ByteArrayOutputStream;

/** The body of an answer that is one document, until all of it is there. */
public final class KeptBody {

    /** Bytes; the longest answers have some hundred thousand. */
    private static final int MOST = 16 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    public void add(byte[] chunk) {
        tooLong |= bytes.size() + chunk.length > MOST;
        if (!tooLong) {
            bytes.writeBytes(chunk);
        }
    }

    /** Whether there was more than any answer has; the rest was not kept. */
    public boolean tooLong() {
        return tooLong;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
