package dev.turnout.fakeprovider.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * What only its vendor can read: reasoning that a client gives back as it got it. A seal holds no
 * state, so that a fake provider knows what another, or the one before it, has sealed.
 */
public enum Seal {
    /** {@code encrypted_content} of OpenAI's Responses. */
    ENCRYPTED_CONTENT("gAAAAA"),
    /** {@code thoughtSignature} of Gemini. */
    THOUGHT_SIGNATURE("");

    private static final int CHECK_BYTES = 4;

    private final String prefix;

    Seal(String prefix) {
        this.prefix = prefix;
    }

    /** The word of a script as it travels at this vendor: base64, its alphabet the standard one. */
    public String of(String word) {
        var text = word.getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(CHECK_BYTES + text.length).putInt(check(text)).put(text);
        return prefix + Base64.getEncoder().encodeToString(sealed.array());
    }

    /** Whether this vendor has sealed a text, in either alphabet of base64. */
    public boolean holds(String text) {
        if (!text.startsWith(prefix)) {
            return false;
        }
        try {
            var standard = text.substring(prefix.length()).replace('-', '+').replace('_', '/');
            var sealed = Base64.getDecoder().decode(standard);
            return sealed.length >= CHECK_BYTES
                    && ByteBuffer.wrap(sealed).getInt()
                            == check(Arrays.copyOfRange(sealed, CHECK_BYTES, sealed.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private int check(byte[] text) {
        var check = new CRC32();
        check.update(name().getBytes(StandardCharsets.UTF_8));
        check.update(text);
        return (int) check.getValue();
    }
}
