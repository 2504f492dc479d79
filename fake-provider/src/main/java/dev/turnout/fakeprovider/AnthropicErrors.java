package dev.turnout.fakeprovider;

/** Anthropic's words for failures (platform.claude.com, "Errors"). */
final class AnthropicErrors {

    private AnthropicErrors() {}

    /** The type that goes with a status. */
    static String typeOf(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 409 -> "conflict_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 504 -> "timeout_error";
            case 529 -> "overloaded_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }

    /** What is said of a prompt that does not fit; Claude Code compacts on these words. */
    static String tooLong(int tokens, int maximum) {
        return "prompt is too long: %d tokens > %d maximum".formatted(tokens, maximum);
    }
}
