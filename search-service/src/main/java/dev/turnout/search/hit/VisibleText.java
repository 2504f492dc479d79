package dev.turnout.search.hit;

import java.util.regex.Pattern;

/** Text of a stranger's page, as a reader would see it: on one line, with nothing hidden in it. */
public final class VisibleText {

    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * Controls, halves of characters, and what is not displayed: Unicode's tags and variation
     * selectors can hide whole sentences from people that a model reads. An emoji without its
     * selector is the same one, at most drawn in black. The two joiners stay, since Persian, Hindi
     * and emoji need them.
     */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}&&[^\\u200C\\u200D]]");

    private VisibleText() {}

    /**
     * The visible part of a text, without blanks around it.
     *
     * @param longest how many characters of it are kept
     */
    public static String of(String text, int longest) {
        var line = WHITE.matcher(text).replaceAll(" ");
        var visible = HIDDEN.matcher(line).replaceAll("").strip();
        if (visible.length() <= longest) {
            return visible;
        }
        boolean halves = Character.isHighSurrogate(visible.charAt(longest - 1));
        return visible.substring(0, halves ? longest - 1 : longest);
    }
}
