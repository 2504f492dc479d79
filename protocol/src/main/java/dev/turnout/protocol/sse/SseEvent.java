package dev.turnout.protocol.sse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * One event, for as long as it is being handed over: the bytes are overwritten later.
 *
 * @param name from its {@code event} line; empty without one
 * @param bytes holds the data, lines joined by a line feed
 * @param offset of the data
 * @param length of the data, in bytes
 * @param whole whether this is all of the data, or so much of it as was to be kept
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared or kept
public record SseEvent(String name, byte[] bytes, int offset, int length, boolean whole) {

    /**
     * Bytes of data beyond which no provider's event has any: some send the whole arguments of a
     * call in one, or all that a search has found, or the whole answer once more.
     */
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final byte[] DONE = "[DONE]".getBytes(US_ASCII);

    /** Whether this is the end that OpenAI's streams have; blanks around it mean nothing. */
    public boolean isDone() {
        int from = offset;
        int to = offset + length;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        return Arrays.equals(bytes, from, to, DONE, 0, DONE.length);
    }
}
