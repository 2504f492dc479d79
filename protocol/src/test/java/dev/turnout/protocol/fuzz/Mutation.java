package dev.turnout.protocol.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Bytes with one thing changed. */
final class Mutation {

    private static final String[] WORDS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "\\",
        "\\ud83d",
        "\\u0000",
        "null",
        "-1",
        "1e999",
        "0",
        "true",
        "\n\n",
        "\r",
        "data: ",
        "event: error\n",
        ": ",
        "[DONE]",
        "\"type\":\"text\"",
        "\"error\":{}",
        "[[[[[[[[",
        "\ufeff",
        "{\"a\":",
    };

    private Mutation() {}

    /**
     * Changed bytes.
     *
     * @param other from which a piece may be taken
     */
    static byte[] of(byte[] bytes, byte[] other, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(6)) {
            case 0 -> changed(bytes, from, to, new byte[0]);
            case 1 -> changed(bytes, from, from, piece(bytes, random));
            case 2 -> changed(bytes, from, to, piece(other, random));
            case 3 -> changed(bytes, from, bytes.length, new byte[0]);
            case 4 ->
                    changed(
                            bytes,
                            from,
                            Math.min(from + 1, to),
                            new byte[] {(byte) random.nextInt()});
            default ->
                    changed(bytes, from, from, WORDS[random.nextInt(WORDS.length)].getBytes(UTF_8));
        };
    }

    private static byte[] piece(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 << random.nextInt(9)));
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The bytes with others between two offsets. */
    private static byte[] changed(byte[] bytes, int from, int to, byte[] instead) {
        var changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, from);
        changed.writeBytes(instead);
        changed.write(bytes, to, bytes.length - to);
        return changed.toByteArray();
    }
}
