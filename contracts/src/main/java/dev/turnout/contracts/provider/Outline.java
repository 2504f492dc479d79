package dev.turnout.contracts.provider;

import dev.turnout.contracts.config.Quirk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a body stand that may be edited on the way, so that nobody scans it twice. All
 * spans lie in the received bytes. None overlaps another but those of the two ways to cut thinking,
 * of which one is used, the budget, which goes where thinking is switched off, and what may be
 * refused, which lies anywhere.
 *
 * @param model the value of the top-level {@code model}, quotes included
 * @param maxTokens the value of the top-level {@code max_tokens}, if it is there
 * @param thinkingBudget the value of {@code thinking.budget_tokens}, if it is there
 * @param routingTags {@code <CCR-SUBAGENT-MODEL>…</CCR-SUBAGENT-MODEL>}, to be cut out
 * @param sealedThinking thinking that bears a seal of ours, to be cut out toward every provider of
 *     the client's dialect: none has thought it in that dialect
 * @param unsignedThinking thinking that no provider has signed, without a signature or with our
 *     seal, to be cut out toward a real Anthropic instead
 * @param refusable what a provider with a quirk refuses: members of objects, from the name's quote
 *     to the end of the value, to be cut out with a comma; and objects, to be replaced
 */
public record Outline(
        Span model,
        @Nullable Span maxTokens,
        @Nullable Span thinkingBudget,
        List<Span> routingTags,
        ThinkingCuts sealedThinking,
        ThinkingCuts unsignedThinking,
        Map<Quirk, List<Span>> refusable) {

    public Outline {
        routingTags = List.copyOf(routingTags);
        refusable = Map.copyOf(refusable);
    }

    /** One of a body in which nothing is said of thinking, and nothing that may be refused. */
    public Outline(Span model, @Nullable Span maxTokens, List<Span> routingTags) {
        this(model, maxTokens, null, routingTags, ThinkingCuts.NONE, ThinkingCuts.NONE, Map.of());
    }
}
