package dev.turnout.protocol.gemini.wire;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import org.jspecify.annotations.Nullable;

/** What a {@code finishReason} means (ai.google.dev, generate-content, FinishReason). */
public final class GeminiStop {

    private GeminiStop() {}

    /**
     * Why the model stopped, in Anthropic's words.
     *
     * @param calls whether it has called a tool: Gemini says {@code STOP} then, too
     */
    public static String reason(String finishReason, boolean calls) {
        return switch (finishReason) {
            case "MAX_TOKENS" -> "max_tokens";
            // It would go on, which clients make it do after a limit.
            case "CONTINUATION" -> "max_tokens";
            case "SAFETY",
                    "RECITATION",
                    "LANGUAGE",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION" ->
                    Stopped.REFUSAL;
            default -> calls ? Stopped.TOOL_USE : Stopped.END_TURN;
        };
    }

    /** The failure that it stands for; null where the model stopped of itself. */
    public static @Nullable ProblemCode failure(String finishReason) {
        return switch (finishReason) {
            case "MALFORMED_FUNCTION_CALL",
                    "UNEXPECTED_TOOL_CALL",
                    "TOO_MANY_TOOL_CALLS",
                    "MALFORMED_RESPONSE",
                    "MISSING_THOUGHT_SIGNATURE",
                    "OTHER",
                    "IMAGE_OTHER",
                    "NO_IMAGE" ->
                    ProblemCode.PROVIDER_ERROR;
            default -> null;
        };
    }
}
