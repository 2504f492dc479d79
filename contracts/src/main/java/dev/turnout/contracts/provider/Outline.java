package dev.turnout.contracts.provider;

import dev.turnout.contracts.config.Quirk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a body stand that may be edited on the way, so that nobody scans it twice. All
 * spans lie in the received bytes, and but for the last none overlaps another.
 *
 * @param model the value of the top-level {@code model}, quotes included
 * @param maxTokens the value of the top-level {@code max_tokens}, if it is there
 * @param thinkingBudget the value of {@code thinking.budget_tokens}, if it is there
 * @param routingTags {@code <CCR-SUBAGENT-MODEL>…</CCR-SUBAGENT-MODEL>}, to be cut out
 * @param unsignedThinking thinking blocks without a signature, each with the comma that goes with
 *     it, to be cut out toward a real Anthropic
 * @param refusable what a provider with a quirk refuses: members of objects, from the name's quote
 *     to the end of the value, to be cut out with a comma; and objects, to be replaced. They may
 *     lie in thinking that is cut
 */
public record Outline(
        Span model,
        @Nullable Span maxTokens,
        @Nullable Span thinkingBudget,
        List<Span> routingTags,
        List<Span> unsignedThinking,
        Map<Quirk, List<Span>> refusable) {

    public Outline {
        routingTags = List.copyOf(routingTags);
        unsignedThinking = List.copyOf(unsignedThinking);
        refusable = Map.copyOf(refusable);
    }
}
