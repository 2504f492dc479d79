package dev.turnout.protocol.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts, names and JSON objects as clients and models write them, and as nobody would. */
final class RandomText {

    private static final String[] PIECES = {
        "Reads a file. ",
        "line\nline",
        "\t\r\n",
        "data: x\n\n",
        "event: ping\n",
        "\"quoted\" \\ and \\u0041",
        "</tool_call>",
        "{\"a\":1}",
        "\u0000\u001f\u007f",
        "\u2028\ufeff",
        "\u20ac \u00e9",
        "\u05d0\u0627\u0928",
        "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69",
        "[DONE]",
        " ",
        "a",
    };

    /** Half a surrogate pair: JSON can say it, and no encoding can hold it. */
    private static final String[] HALVES = {"\uD83D", "\uDE00"};

    private static final String[] PATHS = {"path", "a b", "\u20ac", "", "type", "$ref"};

    private static final String[] NUMBERS = {"0", "-1", "1.5", "20000000000", "true", "null", "[]"};

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    /** One that does not begin or end in white space; never empty. */
    String text() {
        var text = new StringBuilder("T");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(oneOf(PIECES));
        }
        if (random.nextInt(8) == 0) {
            text.append(oneOf(HALVES));
        }
        if (random.nextInt(50) == 0) {
            text.repeat("long ", random.nextInt(1000));
        }
        return text.append('.').toString();
    }

    /** The text in pieces, cut between characters; none of them is empty. */
    List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int length = 1 + random.nextInt(random.nextBoolean() ? 4 : 4000);
            int to = Math.min(text.length(), from + length);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** A JSON object as text, without white space between its tokens. */
    String object() {
        var json = new StringBuilder();
        object(json, 0);
        return json.toString();
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private void object(StringBuilder json, int depth) {
        json.append('{');
        var names = new ArrayList<>(List.of(PATHS));
        var comma = "";
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append(comma).append(quoted(names.remove(random.nextInt(names.size()))));
            json.append(':');
            value(json, depth);
            comma = ",";
        }
        json.append('}');
    }

    private void value(StringBuilder json, int depth) {
        switch (random.nextInt(4)) {
            case 0 -> json.append(oneOf(NUMBERS));
            case 1 -> {
                if (depth < 3) {
                    object(json, depth + 1);
                } else {
                    json.append("{}");
                }
            }
            default -> json.append(quoted(text()));
        }
    }

    /** A JSON string that escapes as little as it must, but for halves of pairs. */
    static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                json.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** As anybody may pass it on: U+FFFD for each half of a pair. */
    static String encodable(String text) {
        var encodable = new StringBuilder();
        text.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(encodable::appendCodePoint);
        return encodable.toString();
    }
}
