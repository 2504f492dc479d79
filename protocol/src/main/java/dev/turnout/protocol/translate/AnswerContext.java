package dev.turnout.protocol.translate;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.ToolOrigin;
import java.util.Map;

/**
 * What an answer is told in, where the provider has not said it (yet).
 *
 * @param requestId of ours: new ids are made from it, so that equal answers are equal
 * @param target that answers
 * @param estimatedTokens of the prompt
 * @param includeUsage whether a client of OpenAI's dialects has asked for usage in its stream
 * @param created when the request came, in seconds since 1970, which OpenAI's dialects tell
 * @param toolOrigins how the client calls those of its tools that it does not call by their names
 *     here, by these
 */
public record AnswerContext(
        String requestId,
        Target target,
        long estimatedTokens,
        boolean includeUsage,
        long created,
        Map<String, ToolOrigin> toolOrigins) {

    public AnswerContext {
        toolOrigins = Map.copyOf(toolOrigins);
    }

    /** For a client that calls all its tools by their names here. */
    public AnswerContext(
            String requestId,
            Target target,
            long estimatedTokens,
            boolean includeUsage,
            long created) {
        this(requestId, target, estimatedTokens, includeUsage, created, Map.of());
    }

    /** The same for a client that calls some of its tools otherwise than by their names here. */
    public AnswerContext withOrigins(Map<String, ToolOrigin> origins) {
        return new AnswerContext(
                requestId, target, estimatedTokens, includeUsage, created, origins);
    }
}
