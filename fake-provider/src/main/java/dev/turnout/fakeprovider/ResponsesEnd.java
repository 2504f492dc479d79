package dev.turnout.fakeprovider;

import org.jspecify.annotations.Nullable;

/**
 * How a response of OpenAI's ends.
 *
 * @param status {@code completed}, {@code incomplete} or {@code failed}; the last event is named so
 * @param reason why it is incomplete
 * @param failure the code of the error that it failed with
 */
record ResponsesEnd(String status, @Nullable String reason, @Nullable String failure) {

    private static final String MAX_OUTPUT_TOKENS = "max_output_tokens";

    static ResponsesEnd of(Reply reply) {
        return switch (reply.stopReason()) {
            case "end_turn", "stop_sequence", "pause_turn", "tool_use", "completed" ->
                    new ResponsesEnd("completed", null, null);
            case "max_tokens", "model_context_window_exceeded", MAX_OUTPUT_TOKENS ->
                    new ResponsesEnd("incomplete", MAX_OUTPUT_TOKENS, null);
            case "refusal", "content_filter" ->
                    new ResponsesEnd("incomplete", "content_filter", null);
            default -> new ResponsesEnd("failed", null, reply.stopReason());
        };
    }

    /** Whether the last item did not come to its end. */
    boolean isCutOff() {
        return MAX_OUTPUT_TOKENS.equals(reason);
    }
}
