package dev.turnout.protocol.failure;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.json.JsonText;

/** Problems in the words of OpenAI's APIs, which are the same in all of them. */
public final class OpenAiErrors {

    /**
     * How OpenAI's clients are told of one.
     *
     * @param code the word that they act on; {@code null} as JSON has it where OpenAI has none
     */
    private record Words(String type, String code) {

        private static Words of(String type, String code) {
            return new Words('"' + type + '"', '"' + code + '"');
        }

        private static Words of(String type) {
            return new Words('"' + type + '"', "null");
        }
    }

    private OpenAiErrors() {}

    /** As JSON: {@code {"error":{"message","type","param":null,"code"}}}. */
    public static String json(Problem problem) {
        var words = wordsOf(problem.code());
        return "{\"error\":{\"message\":"
                + JsonText.quote(problem.message())
                + ",\"type\":"
                + words.type()
                + ",\"param\":null,\"code\":"
                + words.code()
                + "}}";
    }

    private static Words wordsOf(ProblemCode code) {
        return switch (code) {
            case INVALID_REQUEST -> Words.of("invalid_request_error");
            case PROMPT_TOO_LONG -> Words.of("invalid_request_error", "context_length_exceeded");
            case POLICY_BLOCKED, TARGET_UNUSABLE ->
                    Words.of("invalid_request_error", "policy_blocked");
            case METHOD_NOT_ALLOWED -> Words.of("invalid_request_error", "method_not_supported");
            case CONFLICT -> Words.of("invalid_request_error", "conflict");
            case TOO_LARGE -> Words.of("invalid_request_error", "request_too_large");
            case NOT_FOUND -> Words.of("invalid_request_error", "model_not_found");
            case UNAUTHENTICATED -> Words.of("authentication_error", "invalid_api_key");
            case FORBIDDEN -> Words.of("permission_error", "permission_denied");
            case RATE_LIMITED, PROVIDER_RATE_LIMITED ->
                    Words.of("rate_limit_error", "rate_limit_exceeded");
            case QUOTA_EXCEEDED -> Words.of("insufficient_quota", "insufficient_quota");
            case UNAVAILABLE, PROVIDER_OVERLOADED -> Words.of("server_error", "overloaded");
            case PROVIDER_TIMEOUT -> Words.of("server_error", "timeout");
            // Not authentication_error: the client's own key is good.
            case PROVIDER_REFUSED_US, PROVIDER_FAILED, PROVIDER_ERROR, STREAM_FAILED, INTERNAL ->
                    Words.of("server_error");
        };
    }
}
