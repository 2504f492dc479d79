package dev.turnout.search.log;

import java.util.Locale;

/** Where a search's end came from. */
public enum CacheUse {
    /** Its result was kept from an earlier one. */
    HIT,
    /** Engines were asked. */
    MISS,
    /** An equal search was on its way already, and its end was this one's too. */
    SHARED;

    /** The word for it in logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
