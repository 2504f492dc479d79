package dev.turnout.protocol.failure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be had of a body that is no JSON. */
final class ErrorPage {

    private static final int MAX_PLAIN_TEXT = 300;
    private static final int MAX_TITLE = 120;

    /** Of a page only this is for people: the rest is style, script and the proxy's own affairs. */
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,100}>([^<]{1,500})<", Pattern.CASE_INSENSITIVE);

    private static final Pattern EVENT = Pattern.compile("\\A(?:event:.{0,100}\\n)?data:(.*)");

    private static final char NOT_UTF_8 = '\uFFFD';

    private ErrorPage() {}

    /** The data of the first event, where the text is a stream of events; null for any other. */
    static @Nullable String event(String text) {
        var event = EVENT.matcher(text);
        return event.find() ? event.group(1).strip() : null;
    }

    /**
     * The title of a page, or the beginning of a plain text; empty for what is neither: bytes of
     * something else, JSON that was cut.
     */
    static String message(String text) {
        if (text.startsWith("<")) {
            var title = TITLE.matcher(text);
            return title.find() ? bounded(title.group(1).strip(), MAX_TITLE) : "";
        }
        return text.startsWith("{") || text.startsWith("[") || isBinary(text)
                ? ""
                : bounded(text, MAX_PLAIN_TEXT);
    }

    /** Such as what came compressed without saying so. */
    private static boolean isBinary(String text) {
        return text.chars()
                .limit(MAX_PLAIN_TEXT)
                .anyMatch(
                        c ->
                                c == NOT_UTF_8
                                        || (Character.isISOControl(c)
                                                && !Character.isWhitespace(c)));
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
