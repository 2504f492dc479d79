package dev.turnout.kit.log;

import dev.turnout.contracts.CallContext;
import org.jboss.logging.MDC;

/** Marks what is logged from here on, in this request's Vert.x context, with the request's id. */
public final class RequestLog {

    /** The key under which log lines bear the id. */
    public static final String REQUEST_ID = "requestId";

    private RequestLog() {}

    public static void mark(CallContext context) {
        mark(context.requestId());
    }

    public static void mark(String requestId) {
        MDC.put(REQUEST_ID, requestId);
    }
}
