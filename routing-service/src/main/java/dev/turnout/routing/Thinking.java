package dev.turnout.routing;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.Traits;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a wish to think hard from the thinking that is in every request: Claude Code sends {@code
 * thinking} with each turn, so that its presence says nothing.
 */
final class Thinking {

    private static final Set<Effort> HARD = Set.of(Effort.XHIGH, Effort.MAX);

    /**
     * Tokens. Claude Code puts this budget, unasked and without an effort, into every turn of a
     * Claude before 4.6: only a larger one is a wish.
     */
    private static final int USUAL_BUDGET = 31_999;

    private Thinking() {}

    /**
     * The wish in words, if there is one.
     *
     * @param efforts that count as one; empty for the usual ones
     */
    static Optional<String> wish(Traits traits, Set<Effort> efforts) {
        return switch (traits.requestClass()) {
            // A title or an inner web search bears its session's effort without thinking itself.
            case BACKGROUND, WEB_SEARCH, EMBEDDING -> Optional.empty();
            case MAIN, SUBAGENT, COMPACTION, COUNT -> {
                Effort effort = traits.effort();
                yield effort == null
                        ? byBudget(traits.thinkingBudget())
                        : byEffort(effort, efforts.isEmpty() ? HARD : efforts);
            }
        };
    }

    private static Optional<String> byEffort(Effort effort, Set<Effort> efforts) {
        String word = effort.name().toLowerCase(Locale.ROOT);
        return efforts.contains(effort)
                ? Optional.of("the client asks for effort " + word)
                : Optional.empty();
    }

    private static Optional<String> byBudget(int tokens) {
        String words = "the client allows %,d tokens of thinking, over %,d";
        return tokens > USUAL_BUDGET
                ? Optional.of(String.format(Locale.ROOT, words, tokens, USUAL_BUDGET))
                : Optional.empty();
    }
}
