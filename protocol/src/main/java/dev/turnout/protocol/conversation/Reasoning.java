package dev.turnout.protocol.conversation;

import dev.turnout.contracts.routing.Effort;
import org.jspecify.annotations.Nullable;

/**
 * How much the model is to think.
 *
 * @param mode whether at all
 * @param effort in words; null where the request names none
 * @param budgetTokens in tokens; null where the request names none
 */
public record Reasoning(Mode mode, @Nullable Effort effort, @Nullable Integer budgetTokens) {

    /** Whether the model is to think. */
    public enum Mode {
        /** The request says nothing of it: an effort may be named all the same. */
        UNSAID,
        ON,
        OFF
    }

    /** The effort named, or else what the budget amounts to; null without either. */
    public @Nullable Effort effortOrBudget() {
        if (effort != null || budgetTokens == null) {
            return effort;
        }
        if (budgetTokens < 2000) {
            return Effort.LOW;
        }
        if (budgetTokens < 8000) {
            return Effort.MEDIUM;
        }
        return budgetTokens < 24_000 ? Effort.HIGH : Effort.XHIGH;
    }
}
