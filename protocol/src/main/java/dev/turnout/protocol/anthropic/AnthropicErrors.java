package dev.turnout.protocol.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemCode.Retry;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.answer.FailedAnswer;
import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems in the words of the Messages API, both ways. */
public final class AnthropicErrors {

    /** Claude Code waits as long as it is told, up to this; longer, and the turn fails at once. */
    private static final int LONGEST_WAIT = 60;

    /**
     * For an overload that names no time: ten retries of Claude Code then last about a minute,
     * where the status alone would let some clients come back at once.
     */
    private static final int OVERLOAD_WAIT = 5;

    private AnthropicErrors() {}

    /** The answer's body: {@code {"type":"error","error":{"type","message"},"request_id"}}. */
    public static byte[] body(Problem problem, String requestId) {
        return json(typeOfAnswer(problem.code()), problem, requestId).getBytes(UTF_8);
    }

    /** The same as the last event of a stream. */
    public static byte[] event(Problem problem, String requestId) {
        return AnthropicEvents.event("error", json(typeOf(problem.code()), problem, requestId));
    }

    /**
     * {@code x-should-retry}, which Claude Code and the SDKs obey, and {@code retry-after} in whole
     * seconds, the only form that Claude Code reads.
     */
    public static List<Header> headers(Problem problem) {
        boolean again = retries(problem.code());
        var headers = new ArrayList<Header>();
        headers.add(new Header("x-should-retry", Boolean.toString(again)));
        var wait = again ? wait(problem) : problem.retryAfterSeconds();
        if (wait != null) {
            headers.add(new Header("retry-after", wait.toString()));
        }
        return headers;
    }

    /** A provider's failed answer as a problem, whatever its shape. */
    public static Problem read(Target target, int status, HeaderLookup headers, byte[] body) {
        return FailedAnswer.ofStatus(target, status, headers, body);
    }

    /** Whether an answer of this status is relayed unchanged. */
    public static boolean isFinal(int status) {
        return FailedAnswer.isFinal(status);
    }

    private static boolean retries(ProblemCode code) {
        // Neither our key at the provider nor the configuration gets better while one waits.
        return code.retry() != Retry.NEVER
                && code != ProblemCode.PROVIDER_REFUSED_US
                && code != ProblemCode.TARGET_UNUSABLE;
    }

    private static @Nullable Integer wait(Problem problem) {
        var known = problem.retryAfterSeconds();
        if (known != null) {
            return Math.clamp(known, 1, LONGEST_WAIT);
        }
        return problem.code().status() == 503 ? OVERLOAD_WAIT : null;
    }

    private static String json(String type, Problem problem, String requestId) {
        return "{\"type\":\"error\",\"error\":{\"type\":\""
                + type
                + "\",\"message\":"
                + JsonText.quote(problem.message())
                + "},\"request_id\":"
                + JsonText.quote(requestId)
                + "}";
    }

    /**
     * The type in the body of an answer with a status. Claude Code 2.1.330 takes {@code
     * overloaded_error} there for a 529, whatever the status says, and gives up an Opus model after
     * three (measured); by the status 503 alone it goes on for ten.
     */
    private static String typeOfAnswer(ProblemCode code) {
        return code.status() == 503 ? "api_error" : typeOf(code);
    }

    /** The error types of the Messages API, and {@code policy_blocked} of Claude Code's. */
    private static String typeOf(ProblemCode code) {
        return switch (code) {
            case INVALID_REQUEST, METHOD_NOT_ALLOWED -> "invalid_request_error";
            case POLICY_BLOCKED, TARGET_UNUSABLE -> "policy_blocked";
            case UNAUTHENTICATED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case CONFLICT -> "conflict_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMITED, PROVIDER_RATE_LIMITED -> "rate_limit_error";
            case QUOTA_EXCEEDED -> "billing_error";
            case UNAVAILABLE, PROVIDER_OVERLOADED -> "overloaded_error";
            case PROVIDER_TIMEOUT -> "timeout_error";
            // Not authentication_error: the client's own key is good.
            case PROVIDER_REFUSED_US, PROVIDER_FAILED, PROVIDER_ERROR, STREAM_FAILED, INTERNAL ->
                    "api_error";
        };
    }
}
