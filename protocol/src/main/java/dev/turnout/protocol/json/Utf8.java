package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;

/**
 * UTF-8 in the strict sense, which Jackson and Java are lax about: overlong forms pass the one,
 * halves of surrogate pairs the other.
 */
public final class Utf8 {

    /** Small enough to stay in the nearest cache while the text runs through it. */
    private static final int WINDOW = 4096;

    private Utf8() {}

    /** Offset of the first byte that is not UTF-8, or -1 where all are. */
    static int firstMalformed(byte[] bytes, int offset, int length) {
        var decoder =
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, offset, length);
        var window = CharBuffer.allocate(Math.clamp(length, 2, WINDOW));
        while (true) {
            var result = decoder.decode(in, window.clear(), true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }

    /** The text, with U+FFFD for each half of a surrogate pair, which no encoding can hold. */
    public static String encodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        var mended = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        point ->
                                mended.appendCodePoint(
                                        point >= Character.MIN_SURROGATE
                                                        && point <= Character.MAX_SURROGATE
                                                ? 0xFFFD
                                                : point));
        return mended.toString();
    }
}
