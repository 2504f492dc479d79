package dev.turnout.protocol.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes in chunks, as a network may deliver them. */
public final class Cuts {

    private Cuts() {}

    /** Chunks of at most so many bytes, single bytes among them; none is empty. */
    public static List<byte[]> of(byte[] bytes, Random random) {
        int longest = 1 << random.nextInt(12);
        var chunks = new ArrayList<byte[]>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(longest));
            chunks.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return chunks;
    }
}
