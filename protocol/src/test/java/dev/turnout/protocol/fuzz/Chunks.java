package dev.turnout.protocol.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in chunks that depend on nothing but them. */
final class Chunks {

    private static final int LONGEST = 37;

    private Chunks() {}

    /** A byte in each. */
    static List<byte[]> single(byte[] bytes) {
        var chunks = new ArrayList<byte[]>(bytes.length);
        for (byte one : bytes) {
            chunks.add(new byte[] {one});
        }
        return chunks;
    }

    /** Some long, some short, and an empty one. */
    static List<byte[]> uneven(byte[] bytes) {
        var chunks = new ArrayList<byte[]>();
        chunks.add(new byte[0]);
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + (bytes[from] & 0xFF) % LONGEST);
            chunks.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return chunks;
    }
}
