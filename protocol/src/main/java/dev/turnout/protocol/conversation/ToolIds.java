package dev.turnout.protocol.conversation;

import java.util.regex.Pattern;

/**
 * Ids of tool calls as a provider takes them. An id that does not fit is replaced by one that is
 * made from it, so that call and result still meet, in this request and the next.
 */
public final class ToolIds {

    /** What Anthropic takes. */
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private ToolIds() {}

    /** An id of at most so many characters, 33 or more. */
    public static String atMost(int length, String id) {
        return id.length() <= length ? id : replaced(id);
    }

    /** An id of letters, digits, {@code _} and {@code -}, 64 of them at most. */
    public static String plain(String id) {
        return PLAIN.matcher(id).matches() ? id : replaced(id);
    }

    private static String replaced(String id) {
        return "toolu_gw_" + Fingerprint.of(id).substring(0, 24);
    }
}
