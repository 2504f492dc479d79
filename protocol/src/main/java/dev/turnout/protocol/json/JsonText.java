package dev.turnout.protocol.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Looks into JSON strings as they stand in the bytes. A character counts as equal however it is
 * escaped, as some writers do with angle brackets and slashes; text to be matched is ASCII.
 *
 * <p>Nothing here fails on malformed strings: they end early, and the scan that follows says so.
 */
public final class JsonText {

    private JsonText() {}

    /** Offset behind {@code text} if it stands at {@code at} within a string; -1 if not. */
    public static int match(byte[] json, int at, String text) {
        int offset = at;
        for (int i = 0; i < text.length(); i++) {
            if (offset >= json.length) {
                return -1;
            }
            int character = json[offset];
            int next = offset + 1;
            if (character == '\\') {
                next = afterEscape(json, offset);
                character = escaped(json, offset, next);
            } else if (character == '"') {
                return -1;
            }
            if (character != text.charAt(i)) {
                return -1;
            }
            offset = next;
        }
        return offset;
    }

    /**
     * Offset of the first {@code text} at or behind {@code from} in the same string; -1 if none.
     */
    public static int find(byte[] json, int from, String text) {
        char first = text.charAt(0);
        int at = from;
        while (at < json.length) {
            byte b = json[at];
            if (b == '"') {
                return -1;
            }
            if ((b == first || b == '\\') && match(json, at, text) >= 0) {
                return at;
            }
            at = b == '\\' ? afterEscape(json, at) : at + 1;
        }
        return -1;
    }

    /** The text between two offsets within one string, escapes resolved. */
    public static String decode(byte[] json, int from, int to) {
        var quoted = new byte[to - from + 2];
        quoted[0] = '"';
        System.arraycopy(json, from, quoted, 1, to - from);
        quoted[quoted.length - 1] = '"';
        try (var scan = JsonScan.of(quoted)) {
            return scan.string();
        }
    }

    /**
     * Offset of the opening quote of a member's name, for a name without a quote in it.
     *
     * @param value offset of the member's value, in JSON that is well-formed
     */
    public static int nameStart(byte[] json, int value) {
        int closing = value - 1;
        while (json[closing] != '"') {
            closing--;
        }
        int opening = closing - 1;
        while (json[opening] != '"') {
            opening--;
        }
        return opening;
    }

    /** {@code text} as a JSON string, quotes included. Half a surrogate pair becomes U+FFFD. */
    public static String quote(String text) {
        var encodable = Utf8.encodable(text);
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(encodable)) + '"';
    }

    private static int afterEscape(byte[] json, int backslash) {
        int kind = backslash + 1 < json.length ? json[backslash + 1] : 0;
        return Math.min(json.length, backslash + (kind == 'u' ? 6 : 2));
    }

    /** The character of the escape between two offsets; -1 for one that stands for no ASCII. */
    private static int escaped(byte[] json, int backslash, int next) {
        return switch (next - backslash) {
            case 2 ->
                    switch (json[backslash + 1]) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        default -> json[backslash + 1];
                    };
            case 6 -> {
                int character = 0;
                for (int i = backslash + 2; i < next; i++) {
                    int digit = Character.digit(json[i], 16);
                    character = digit < 0 || character < 0 ? -1 : character << 4 | digit;
                }
                yield character;
            }
            default -> -1;
        };
    }
}
