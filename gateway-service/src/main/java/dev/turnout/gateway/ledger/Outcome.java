package dev.turnout.gateway.ledger;

import java.util.Locale;

/** How a request ended: a closed list, since it is a label of metrics. */
public enum Outcome {
    /** The whole answer was relayed. */
    ANSWERED,
    /** The provider refused the request for good, and the client has its words. */
    REFUSED_BY_PROVIDER,
    /** Turned away before any target was tried: by admission, by routing, by a right. */
    REJECTED,
    /** No target could answer, or the gateway itself could not. */
    FAILED,
    /** The answer broke off after it had begun. */
    STREAM_FAILED,
    /** The client left before the end. */
    CLIENT_LEFT;

    /** The word in logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
