package dev.turnout.contracts.routing;

import dev.turnout.contracts.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway sees of a request without understanding it: all that a routing decision may rest
 * on.
 *
 * @param dialect the client's
 * @param model as the client wrote it
 * @param requestClass what the request is for
 * @param stream whether the client asked for a stream
 * @param tools how many tools the request declares
 * @param effort asked for, if any
 * @param thinkingBudget {@code thinking.budget_tokens}, which old clients send; 0 without
 * @param image an image stands in the last user message, directly or in a tool result
 * @param agentType the client's own name of the sub-agent's kind ({@code Explore})
 * @param agentId the sub-agent's id, fresh per spawn
 * @param subagentTag what stands in {@code <CCR-SUBAGENT-MODEL>}, a target or an alias
 * @param session the client's session
 * @param bodyBytes size of the body
 * @param estimatedTokens of the whole prompt
 */
public record Traits(
        Dialect dialect,
        String model,
        RequestClass requestClass,
        boolean stream,
        int tools,
        @Nullable Effort effort,
        int thinkingBudget,
        boolean image,
        @Nullable String agentType,
        @Nullable String agentId,
        @Nullable String subagentTag,
        @Nullable String session,
        int bodyBytes,
        long estimatedTokens) {

    /** The same traits with another estimate of the prompt. */
    public Traits estimatedAt(long tokens) {
        return new Traits(
                dialect,
                model,
                requestClass,
                stream,
                tools,
                effort,
                thinkingBudget,
                image,
                agentType,
                agentId,
                subagentTag,
                session,
                bodyBytes,
                tokens);
    }
}
