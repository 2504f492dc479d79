package dev.turnout.protocol.markup;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with marks in it, read from its beginning. */
final class MarkupText {

    private final String text;
    private int at;

    MarkupText(String text) {
        this.text = text;
    }

    /** Goes behind a mark if it stands here, white space before it or not. */
    boolean take(String mark) {
        blank();
        boolean here = text.startsWith(mark, at);
        at += here ? mark.length() : 0;
        return here;
    }

    /** Goes behind what matches here, white space before it or not; null where nothing does. */
    @Nullable MatchResult take(Pattern mark) {
        blank();
        var matcher = mark.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.toMatchResult();
    }

    /** The text up to a mark, and goes behind that; null, and stays, where there is none. */
    @Nullable String until(String mark) {
        int end = text.indexOf(mark, at);
        if (end < 0) {
            return null;
        }
        var before = text.substring(at, end);
        at = end + mark.length();
        return before;
    }

    /** The same for the first match. */
    @Nullable String until(Pattern mark) {
        var matcher = mark.matcher(text).region(at, text.length());
        matcher.useAnchoringBounds(false);
        if (!matcher.find()) {
            return null;
        }
        var before = text.substring(at, matcher.start());
        at = matcher.end();
        return before;
    }

    /** All that is left. */
    String rest() {
        var rest = text.substring(at);
        at = text.length();
        return rest;
    }

    /** Whether nothing but white space is left. */
    boolean atEnd() {
        blank();
        return at == text.length();
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
