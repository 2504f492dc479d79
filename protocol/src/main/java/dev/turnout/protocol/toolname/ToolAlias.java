package dev.turnout.protocol.toolname;

import dev.turnout.protocol.conversation.Fingerprint;
import java.util.function.Predicate;

/** A name that every provider takes, in place of one that this provider does not. */
final class ToolAlias {

    /** Hex digits: two names of a request share them once in four billion times. */
    private static final int DIGITS = 8;

    private ToolAlias() {}

    /**
     * The beginning of the name, for the model to read, and a digest of all of it: the same in each
     * turn of a conversation, whatever stands beside it.
     *
     * @param taken whether another tool has that name: then the digest is longer
     */
    static String of(String name, NameRule rule, Predicate<String> taken) {
        var digest = Fingerprint.of(name);
        var readable = readable(name);
        for (int digits = DIGITS; ; digits++) {
            int room = Math.min(readable.length(), rule.longest() - digits - 1);
            var alias = readable.substring(0, room) + "_" + digest.substring(0, digits);
            if (!taken.test(alias)) {
                return alias;
            }
        }
    }

    /** Letters, digits, {@code _} and {@code -}, and neither of the last two sorts in front. */
    private static String readable(String name) {
        var plain = name.replaceAll("[^a-zA-Z0-9_-]+", "_");
        boolean begins = !plain.isEmpty() && plain.charAt(0) != '-' && !isDigit(plain.charAt(0));
        return begins ? plain : "_" + plain;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
