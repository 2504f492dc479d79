package dev.turnout.protocol.count;

import dev.turnout.protocol.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An image's size in pixels, read from the beginning of its file. */
record ImageSize(int width, int height) {

    /** Characters of base64 that are decoded; a JPEG may tell its size behind a long preview. */
    private static final int MAX_HEAD = 256 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /**
     * The size of a PNG, JPEG, GIF or WebP; null where the bytes are no beginning of one.
     *
     * @param body holds the file in base64, as a JSON string
     * @param from offset of its first character
     * @param to offset behind its last
     */
    static @Nullable ImageSize ofBase64(byte[] body, int from, int to) {
        var head = Arrays.copyOfRange(body, from, Math.max(from, Math.min(to, from + MAX_HEAD)));
        if (isEscaped(head)) {
            head = JsonText.decode(body, from, to).getBytes(StandardCharsets.ISO_8859_1);
        }
        int whole = Math.min(head.length, MAX_HEAD) / 4 * 4;
        try {
            return of(Base64.getDecoder().decode(Arrays.copyOf(head, whole)));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Some writers of JSON escape the slash, and some the plus sign. */
    private static boolean isEscaped(byte[] text) {
        for (byte b : text) {
            if (b == '\\') {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ImageSize of(byte[] file) {
        if (file.length >= 24 && Arrays.equals(file, 0, 8, PNG, 0, 8)) {
            return sane(big(file, 16, 4), big(file, 20, 4));
        }
        if (file.length >= 10 && isAt(file, 0, "GIF8")) {
            return sane(little(file, 6, 2), little(file, 8, 2));
        }
        if (file.length >= 30 && isAt(file, 0, "RIFF") && isAt(file, 8, "WEBP")) {
            return webp(file);
        }
        return file.length >= 4 && big(file, 0, 2) == 0xFFD8 ? jpeg(file) : null;
    }

    private static @Nullable ImageSize webp(byte[] file) {
        if (isAt(file, 12, "VP8 ")) {
            return sane(little(file, 26, 2) & 0x3FFF, little(file, 28, 2) & 0x3FFF);
        }
        if (isAt(file, 12, "VP8L")) {
            int bits = little(file, 21, 4);
            return sane((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
        }
        return isAt(file, 12, "VP8X")
                ? sane(little(file, 24, 3) + 1, little(file, 27, 3) + 1)
                : null;
    }

    /** Walks from segment to segment up to the frame header, which holds the size. */
    private static @Nullable ImageSize jpeg(byte[] file) {
        int at = 2;
        while (at + 9 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF;
            boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
            if (frame && !table) {
                return sane(big(file, at + 7, 2), big(file, at + 5, 2));
            }
            int length = marker == 0xFF ? -1 : big(file, at + 2, 2);
            if (length >= 0 && length < 2) {
                return null;
            }
            at += 2 + length;
        }
        return null;
    }

    private static @Nullable ImageSize sane(int width, int height) {
        return width > 0 && height > 0 ? new ImageSize(width, height) : null;
    }

    private static boolean isAt(byte[] file, int at, String text) {
        var expected = text.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
    }

    private static int big(byte[] file, int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | (file[at + i] & 0xFF);
        }
        return number;
    }

    private static int little(byte[] file, int at, int bytes) {
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = (number << 8) | (file[at + i] & 0xFF);
        }
        return number;
    }
}
