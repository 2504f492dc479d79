package dev.turnout.protocol.conversation;

import java.util.regex.Pattern;

/**
 * Ids of tool calls as a provider takes them. An id that does not fit is replaced by one that is
 * made from it, so that call and result still meet, in this request and the next.
 */
public final class ToolIds {

    /** What Anthropic takes. */
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    /** What Mistral takes. */
    private static final Pattern NINE = Pattern.compile("[a-zA-Z0-9]{9}");

    private ToolIds() {}

    /** An id of at most so many characters, 33 or more. */
    public static String atMost(int length, String id) {
        return id.length() <= length ? id : replaced(id);
    }

    /** An id of letters, digits, {@code _} and {@code -}, 64 of them at most. */
    public static String plain(String id) {
        return PLAIN.matcher(id).matches() ? id : replaced(id);
    }

    /** An id of nine letters and digits. */
    public static String nine(String id) {
        return NINE.matcher(id).matches() ? id : Fingerprint.of(id).substring(0, 9);
    }

    private static String replaced(String id) {
        return "toolu_gw_" + Fingerprint.of(id).substring(0, 24);
    }
}
