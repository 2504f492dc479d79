package dev.turnout.search.log;

import java.util.Locale;

/** How a search ended. */
public enum Outcome {
    ANSWERED,
    /** An engine answered, and none had anything that may be shown. */
    EMPTY,
    FAILED,
    /** Nobody waited for it any more. */
    ABANDONED;

    /** The word for it in logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
