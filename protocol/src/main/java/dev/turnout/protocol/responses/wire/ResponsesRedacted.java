package dev.turnout.protocol.responses.wire;

import org.jspecify.annotations.Nullable;

/**
 * Thinking that only Anthropic can read, as {@code encrypted_content} of a reasoning item without a
 * summary: the one thing that clients send back of it. A mark, which no signature begins with,
 * tells it from the signature of a thought without text.
 */
public final class ResponsesRedacted {

    private static final String MARK = "redacted.";

    private ResponsesRedacted() {}

    /** The {@code encrypted_content} that stands for it. */
    public static String encrypted(String data) {
        return MARK + data;
    }

    /** The data that an {@code encrypted_content} stands for; null where it is something else. */
    public static @Nullable String data(String encrypted) {
        return encrypted.startsWith(MARK) ? encrypted.substring(MARK.length()) : null;
    }
}
