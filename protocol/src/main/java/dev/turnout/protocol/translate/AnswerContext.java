package dev.turnout.protocol.translate;

import dev.turnout.contracts.Target;

/**
 * What an answer is told in, where the provider has not said it (yet).
 *
 * @param requestId of ours: new ids are made from it, so that equal answers are equal
 * @param target that answers
 * @param estimatedTokens of the prompt
 * @param includeUsage whether a client of OpenAI's dialects has asked for usage in its stream
 * @param created when the request came, in seconds since 1970, which OpenAI's dialects tell
 */
public record AnswerContext(
        String requestId,
        Target target,
        long estimatedTokens,
        boolean includeUsage,
        long created) {}
