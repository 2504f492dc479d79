package dev.turnout.protocol.anthropic.request;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.json.JsonWriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how much the model thinks, in the form that it takes: effort and adaptive thinking;
 * up to Claude 4.5, a budget.
 *
 * @param type of {@code thinking}; null where nothing is said of it
 * @param budget in tokens, of type {@code enabled}
 * @param effort of {@code output_config}; null for none
 */
record AnthropicThinkingWriter(@Nullable String type, int budget, @Nullable Effort effort) {

    private static final AnthropicThinkingWriter UNSAID =
            new AnthropicThinkingWriter(null, 0, null);

    private static final int SMALLEST_BUDGET = 1024;

    /**
     * @param maxTokens of the answer
     */
    static AnthropicThinkingWriter of(
            Conversation conversation, ClaudeModel model, int maxTokens, Set<String> dropped) {
        var reasoning = conversation.reasoning();
        if (reasoning == null) {
            return UNSAID;
        }
        if (reasoning.mode() == Reasoning.Mode.OFF && model.alwaysThinks()) {
            dropped.add("reasoning");
            return UNSAID;
        }
        if (reasoning.mode() == Reasoning.Mode.OFF) {
            return new AnthropicThinkingWriter("disabled", 0, null);
        }
        var effort = reasoning.effortOrBudget();
        if (!model.thinksByBudget()) {
            return new AnthropicThinkingWriter(
                    reasoning.mode() == Reasoning.Mode.ON ? "adaptive" : null, 0, effort);
        }
        int budget = Math.min(tokens(reasoning), maxTokens - 1);
        if (budget < SMALLEST_BUDGET || forcesCall(conversation) || amidCalls(conversation)) {
            dropped.add("reasoning");
            return UNSAID;
        }
        return new AnthropicThinkingWriter("enabled", budget, null);
    }

    /** Whether the model thinks, as far as the request says. */
    boolean on() {
        return type != null && !type.equals("disabled");
    }

    void write(JsonWriter out) {
        if (type == null) {
            return;
        }
        out.name("thinking").startObject().field("type", type);
        if (budget > 0) {
            out.field("budget_tokens", budget);
        }
        out.endObject();
    }

    private static int tokens(Reasoning reasoning) {
        if (reasoning.budgetTokens() != null) {
            return reasoning.budgetTokens();
        }
        return switch (reasoning.effort()) {
            case LOW -> 2048;
            case MEDIUM -> 8192;
            case HIGH -> 16_384;
            case XHIGH, MAX -> 32_000;
            case null -> 16_384;
        };
    }

    /** A budget and a call that must be made exclude one another. */
    private static boolean forcesCall(Conversation conversation) {
        var choice = conversation.toolChoice();
        return choice != null
                && (choice.kind() == ToolChoice.Kind.ANY || choice.kind() == ToolChoice.Kind.ONE);
    }

    /**
     * With a budget, calls whose results are being brought must have the thinking before them; an
     * adaptive model does not mind.
     */
    private static boolean amidCalls(Conversation conversation) {
        for (var turn : conversation.turns().reversed()) {
            if (turn.role() == Turn.Role.ASSISTANT) {
                var content = turn.content();
                boolean signed =
                        content.stream()
                                .anyMatch(
                                        block ->
                                                block instanceof Block.Thinking(_, var signature, _)
                                                        && signature != null
                                                        && !signature.isEmpty());
                return !signed && content.stream().anyMatch(Block.ToolUse.class::isInstance);
            }
        }
        return false;
    }
}
