package dev.turnout.fakeprovider;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Text that shows what happened to it: {@code «0»«1»«2»}… Joined tokens that are lost, doubled,
 * merged or out of order no longer read as counting; the quotes are two bytes each in UTF-8, so a
 * cut between bytes shows too.
 */
public final class NumberedTokens {

    private NumberedTokens() {}

    /** The first {@code count} tokens. */
    public static List<String> first(int count) {
        return IntStream.range(0, count).mapToObj(i -> "«" + i + "»").toList();
    }

    /** How many tokens {@code text} counts up without a fault; -1 where it holds anything else. */
    public static int count(String text) {
        int at = 0;
        int next = 0;
        while (at < text.length()) {
            String token = "«" + next + "»";
            if (!text.startsWith(token, at)) {
                return -1;
            }
            at += token.length();
            next++;
        }
        return next;
    }
}
