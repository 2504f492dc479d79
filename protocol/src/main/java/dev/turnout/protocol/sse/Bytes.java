package dev.turnout.protocol.sse;

import java.util.Arrays;

/** Bytes that grow at their end. */
final class Bytes {

    private byte[] array = new byte[256];
    private int length;

    /** Adds a stretch of other bytes; none where {@code to} is not behind {@code from}. */
    void add(byte[] bytes, int from, int to) {
        int added = Math.max(0, to - from);
        if (array.length - length < added) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + added));
        }
        System.arraycopy(bytes, from, array, length, added);
        length += added;
    }

    boolean startsWith(byte[] start) {
        return length >= start.length
                && Arrays.equals(array, 0, start.length, start, 0, start.length);
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** The array itself, good until the next addition. */
    byte[] array() {
        return array;
    }
}
