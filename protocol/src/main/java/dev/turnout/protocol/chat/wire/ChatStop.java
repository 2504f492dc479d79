package dev.turnout.protocol.chat.wire;

import dev.turnout.contracts.ProblemCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code finish_reason} means, in the words of all servers that have their own. */
public final class ChatStop {

    private ChatStop() {}

    /**
     * Why the model stopped, in Anthropic's words.
     *
     * @param calls whether it has called a tool: some say {@code stop} then, and some say {@code
     *     tool_calls} without a call
     */
    public static String reason(String finishReason, boolean calls) {
        return switch (finishReason.toLowerCase(Locale.ROOT)) {
            case "length", "max_tokens" -> "max_tokens";
            case "model_length", "model_context_window_exceeded" -> "model_context_window_exceeded";
            case "content_filter", "sensitive", "safety", "refusal" -> "refusal";
            default -> calls ? "tool_use" : "end_turn";
        };
    }

    /** The failure that it stands for; null where the model stopped of itself. */
    public static @Nullable ProblemCode failure(String finishReason) {
        return switch (finishReason.toLowerCase(Locale.ROOT)) {
            case "insufficient_system_resource" -> ProblemCode.PROVIDER_OVERLOADED;
            case "error", "network_error" -> ProblemCode.PROVIDER_ERROR;
            default -> null;
        };
    }
}
