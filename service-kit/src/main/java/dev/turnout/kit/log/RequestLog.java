package dev.turnout.kit.log;

import dev.turnout.contracts.CallContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** What log lines for a request have in common: its id, and fields that nobody can forge. */
public final class RequestLog {

    /** The key under which log lines bear the id. */
    public static final String REQUEST_ID = "requestId";

    private static final int LONGEST_PRINTED = 120;

    /** White space and controls, also those of Unicode: some viewers break lines at U+2028. */
    private static final Pattern NOT_PRINTED =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]", Pattern.UNICODE_CHARACTER_CLASS);

    private RequestLog() {}

    /** Marks what is logged from here on, in this request's Vert.x context, with its id. */
    public static void mark(CallContext context) {
        mark(context.requestId());
    }

    public static void mark(String requestId) {
        MDC.put(REQUEST_ID, requestId);
    }

    /**
     * What comes from outside, fit for one field of a log line: it can write neither a line nor a
     * field of its own, and is cut behind 120 characters.
     */
    public static String printable(String text) {
        var shown =
                text.length() > LONGEST_PRINTED ? text.substring(0, LONGEST_PRINTED) + "…" : text;
        return NOT_PRINTED.matcher(shown).replaceAll("_");
    }
}
