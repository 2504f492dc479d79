package dev.turnout.protocol.anthropic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.json.JsonText;

/** Problems in the words of the Messages API, both ways. */
public final class AnthropicErrors {

    private AnthropicErrors() {}

    /** The answer's body: {@code {"type":"error","error":{"type","message"},"request_id"}}. */
    public static byte[] body(Problem problem, String requestId) {
        return json(typeOfAnswer(problem.code()), problem, requestId).getBytes(UTF_8);
    }

    /** The same as the last event of a stream. */
    public static byte[] event(Problem problem, String requestId) {
        return AnthropicEvents.event("error", json(typeOf(problem.code()), problem, requestId));
    }

    private static String json(String type, Problem problem, String requestId) {
        return "{\"type\":\"error\",\"error\":{\"type\":\""
                + type
                + "\",\"message\":"
                + JsonText.quote(message(problem))
                + "},\"request_id\":"
                + JsonText.quote(requestId)
                + "}";
    }

    /** Claude Code shortens a conversation by the beginning of this text. */
    private static String message(Problem problem) {
        return problem.code() == ProblemCode.PROMPT_TOO_LONG
                ? FailedAnswer.healing(problem.message())
                : problem.message();
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
            case INVALID_REQUEST, PROMPT_TOO_LONG, METHOD_NOT_ALLOWED -> "invalid_request_error";
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
