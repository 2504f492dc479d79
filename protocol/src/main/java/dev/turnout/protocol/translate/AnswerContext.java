package dev.turnout.protocol.translate;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.ToolOrigin;
import java.util.Map;
import java.util.Set;

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
 * @param quirks of the provider that answers
 */
public record AnswerContext(
        String requestId,
        Target target,
        long estimatedTokens,
        boolean includeUsage,
        long created,
        Map<String, ToolOrigin> toolOrigins,
        Set<Quirk> quirks) {

    public AnswerContext {
        toolOrigins = Map.copyOf(toolOrigins);
        quirks = Set.copyOf(quirks);
    }

    /** Of a provider without quirks. */
    public AnswerContext(
            String requestId,
            Target target,
            long estimatedTokens,
            boolean includeUsage,
            long created,
            Map<String, ToolOrigin> toolOrigins) {
        this(requestId, target, estimatedTokens, includeUsage, created, toolOrigins, Set.of());
    }

    /** Of such a provider, for a client that calls all its tools by their names here. */
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
                requestId, target, estimatedTokens, includeUsage, created, origins, quirks);
    }

    /** The same where this provider answers. */
    public AnswerContext with(Set<Quirk> quirks) {
        return new AnswerContext(
                requestId, target, estimatedTokens, includeUsage, created, toolOrigins, quirks);
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
