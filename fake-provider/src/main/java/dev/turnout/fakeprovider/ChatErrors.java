package dev.turnout.fakeprovider;

import org.jspecify.annotations.Nullable;

/** OpenAI's words for failures (developers.openai.com, "Error codes"). */
final class ChatErrors {

    /** What stands beside the message of an error. */
    record Kind(String type, @Nullable String param, @Nullable String code) {}

    private ChatErrors() {}

    /**
     * Says in OpenAI's words what a script says in Anthropic's.
     *
     * @param word one of {@link AnthropicErrors#typeOf}, or a code of OpenAI's as it is
     */
    static Kind of(String word) {
        return switch (word) {
            case "authentication_error" -> invalid("invalid_api_key");
            case "billing_error", "insufficient_quota" ->
                    new Kind("insufficient_quota", null, "insufficient_quota");
            case "permission_error" -> new Kind("permission_error", null, null);
            case "not_found_error" -> invalid("model_not_found");
            case "rate_limit_error", "rate_limit_exceeded" ->
                    new Kind("requests", null, "rate_limit_exceeded");
            case "overloaded_error", "timeout_error", "api_error" ->
                    new Kind("server_error", null, null);
            case "invalid_request_error", "conflict_error", "request_too_large" -> invalid(null);
            case "context_length_exceeded" ->
                    new Kind("invalid_request_error", "messages", "context_length_exceeded");
            default -> invalid(word);
        };
    }

    /** What is said of a prompt that does not fit. */
    static String tooLong(int tokens, int maximum) {
        return ("This model's maximum context length is %d tokens. However, your messages resulted"
                        + " in %d tokens. Please reduce the length of the messages.")
                .formatted(maximum, tokens);
    }

    private static Kind invalid(@Nullable String code) {
        return new Kind("invalid_request_error", null, code);
    }
}
