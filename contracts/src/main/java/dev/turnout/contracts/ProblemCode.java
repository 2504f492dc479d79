package dev.turnout.contracts;

/**
 * The kinds of expected failure: the HTTP status each one leaves with and whether trying again
 * helps. A dialect decides how it is worded for its clients.
 */
public enum ProblemCode {
    /** The request is not what the dialect allows. */
    INVALID_REQUEST(400, Retry.NEVER),
    /**
     * The prompt does not fit the model's window; clients that know the wording make it shorter.
     */
    PROMPT_TOO_LONG(400, Retry.NEVER),
    /** A policy forbids the request, or nothing configured can serve it. */
    POLICY_BLOCKED(400, Retry.NEVER),
    /** No key, or one that is not known. */
    UNAUTHENTICATED(401, Retry.NEVER),
    /** The key is known and may not do this. */
    FORBIDDEN(403, Retry.NEVER),
    NOT_FOUND(404, Retry.NEVER),
    METHOD_NOT_ALLOWED(405, Retry.NEVER),
    CONFLICT(409, Retry.NEVER),
    /** The body is over the limit, after decompression. */
    TOO_LARGE(413, Retry.NEVER),
    /** A limit on rate: the same request passes a little later. */
    RATE_LIMITED(429, Retry.LATER),
    /** A quota or budget is used up: waiting seconds does not help. */
    QUOTA_EXCEEDED(429, Retry.NEVER),
    /** A fault of ours. */
    INTERNAL(500, Retry.NEVER),
    /** A service of ours, or everything that could serve, is away for the moment. */
    UNAVAILABLE(503, Retry.LATER),

    /** The provider could not be reached, or answered what is no answer. */
    PROVIDER_FAILED(502, Retry.ELSEWHERE),
    /** The provider answered 408, 409 or a 5xx of its own. */
    PROVIDER_ERROR(500, Retry.ELSEWHERE),
    PROVIDER_RATE_LIMITED(429, Retry.ELSEWHERE),
    PROVIDER_OVERLOADED(503, Retry.ELSEWHERE),
    PROVIDER_TIMEOUT(504, Retry.ELSEWHERE),
    /** The provider refused our own credential, or its balance is empty. */
    PROVIDER_REFUSED_US(502, Retry.ELSEWHERE),
    /** This target cannot serve the request, by its configuration; another one may. */
    TARGET_UNUSABLE(400, Retry.ELSEWHERE),
    /** The stream broke after content had been sent: nobody may try again behind the client. */
    STREAM_FAILED(502, Retry.NEVER);

    /** Whether, and where, trying again helps. */
    public enum Retry {
        /** The same request fails again everywhere. */
        NEVER,
        /** Another target may serve it; for the client, the same request later. */
        ELSEWHERE,
        /** The same request may pass later. */
        LATER
    }

    private final int status;
    private final Retry retry;

    ProblemCode(int status, Retry retry) {
        this.status = status;
        this.retry = retry;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    public Retry retry() {
        return retry;
    }
}
