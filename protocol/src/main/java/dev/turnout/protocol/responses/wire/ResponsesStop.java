package dev.turnout.protocol.responses.wire;

import org.jspecify.annotations.Nullable;

/** Why a response ended, in its words and in Anthropic's. */
public final class ResponsesStop {

    /** The model came to an end. */
    public static final String COMPLETED = "completed";

    /** It did not, for a reason that stands beside. */
    public static final String INCOMPLETE = "incomplete";

    public static final String FAILED = "failed";

    private static final String MAX_OUTPUT_TOKENS = "max_output_tokens";
    private static final String CONTENT_FILTER = "content_filter";

    private ResponsesStop() {}

    /**
     * Why the model stopped, in Anthropic's words.
     *
     * @param status of the response; one that says nothing is an ordinary end
     * @param reason of {@code incomplete_details}; null without one
     * @param refused whether a part of what it said is a refusal
     * @param calls whether it has called a tool
     */
    public static String reason(
            String status, @Nullable String reason, boolean refused, boolean calls) {
        if (refused || CONTENT_FILTER.equals(reason)) {
            return "refusal";
        }
        if (status.equals(INCOMPLETE)) {
            return "max_tokens";
        }
        return calls ? "tool_use" : "end_turn";
    }

    /**
     * The reason of {@code incomplete_details}; null for a response that is complete.
     *
     * @param reason why the model stopped, in Anthropic's words
     */
    public static @Nullable String incomplete(String reason) {
        return switch (reason) {
            case "max_tokens", "model_context_window_exceeded" -> MAX_OUTPUT_TOKENS;
            case "refusal" -> CONTENT_FILTER;
            default -> null;
        };
    }
}
