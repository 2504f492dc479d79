package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Reasoning.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How much the model is to think: from 3 on a level, in 2.5 a budget, for the two exclude one
 * another. Its thoughts are asked for where the client wants them.
 */
final class GeminiThinkingWriter {

    /** As many as the model likes. */
    private static final int OWN_CHOICE = -1;

    private GeminiThinkingWriter() {}

    /**
     * @param maxTokens of the answer, thoughts among them; null where nothing is said
     */
    static void write(
            @Nullable Reasoning reasoning, @Nullable Integer maxTokens, GeminiDraft draft) {
        if (reasoning == null
                || (reasoning.mode() == Mode.UNSAID && reasoning.effortOrBudget() == null)) {
            return;
        }
        var model = draft.model();
        if (!model.thinks() || (reasoning.mode() == Mode.OFF && !model.canStopThinking())) {
            draft.drop("reasoning");
        }
        if (!model.thinks()) {
            return;
        }
        draft.out().name("thinkingConfig").startObject();
        if (reasoning.mode() == Mode.ON) {
            draft.out().field("includeThoughts", true);
        }
        if (model.isThree()) {
            var level = level(reasoning, model);
            if (level != null) {
                draft.out().field("thinkingLevel", level);
            }
        } else {
            draft.out().field("thinkingBudget", budget(reasoning, maxTokens, model));
        }
        draft.out().endObject();
    }

    private static @Nullable String level(Reasoning reasoning, GeminiModel model) {
        if (reasoning.mode() == Mode.OFF) {
            return model.thinksMinimally() ? "MINIMAL" : "LOW";
        }
        return switch (reasoning.effortOrBudget()) {
            case LOW -> "LOW";
            case MEDIUM -> model.thinksMediumly() ? "MEDIUM" : "HIGH";
            case HIGH, XHIGH, MAX -> "HIGH";
            case null -> null;
        };
    }

    /** Less than the whole answer may have, as Anthropic has it. */
    private static int budget(Reasoning reasoning, @Nullable Integer maxTokens, GeminiModel model) {
        if (reasoning.mode() == Mode.OFF) {
            return model.canStopThinking() ? 0 : model.leastBudget();
        }
        int wanted = wanted(reasoning);
        if (wanted == OWN_CHOICE) {
            return OWN_CHOICE;
        }
        int most = maxTokens == null ? wanted : Math.min(wanted, maxTokens - 1);
        return Math.clamp(most, model.leastBudget(), model.greatestBudget());
    }

    private static int wanted(Reasoning reasoning) {
        if (reasoning.budgetTokens() != null) {
            return reasoning.budgetTokens();
        }
        return switch (reasoning.effort()) {
            case LOW -> 2048;
            case MEDIUM -> 8192;
            case HIGH -> 24_576;
            case XHIGH, MAX -> 32_768;
            case null -> OWN_CHOICE;
        };
    }
}
