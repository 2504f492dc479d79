package dev.turnout.protocol.reasoning;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of a conversation before which the client has left out what the model thought. */
public final class StrippedReasoning {

    /** The last ones; a conversation of more calls has long been compacted. */
    private static final int MOST_CALLS = 512;

    private StrippedReasoning() {}

    /** The calls, in order; none where the client keeps thinking. */
    public static List<ReasonedCall> calls(Conversation conversation) {
        if (isKept(conversation)) {
            return List.of();
        }
        var calls = new ArrayList<ReasonedCall>();
        for (var turn : conversation.turns()) {
            for (var block : turn.content()) {
                if (block instanceof Block.ToolUse call) {
                    calls.add(called(call));
                }
            }
        }
        return calls.subList(Math.max(0, calls.size() - MOST_CALLS), calls.size());
    }

    /** Whether the client has shown that it sends thinking back. */
    public static boolean isKept(Conversation conversation) {
        return conversation.turns().stream()
                .anyMatch(turn -> turn.content().stream().anyMatch(StrippedReasoning::isSigned));
    }

    /**
     * The conversation with what the model thought before these calls. What the client itself has
     * kept of that, without a signature, goes.
     */
    public static Conversation restored(
            Conversation conversation, Map<ReasonedCall, List<Thought>> thoughts) {
        if (thoughts.isEmpty()) {
            return conversation;
        }
        var turns = conversation.turns().stream().map(turn -> restored(turn, thoughts)).toList();
        return conversation.with(turns, conversation.dropped());
    }

    private static Turn restored(Turn turn, Map<ReasonedCall, List<Thought>> thoughts) {
        if (turn.role() != Turn.Role.ASSISTANT) {
            return turn;
        }
        var content = new ArrayList<Block>();
        var sinceCall = new ArrayList<Block>();
        for (var block : turn.content()) {
            if (block instanceof Block.ToolUse call) {
                var before = thoughts.getOrDefault(called(call), List.of());
                if (!before.isEmpty()) {
                    sinceCall.removeIf(Block.Thinking.class::isInstance);
                }
                before.stream().filter(t -> !t.afterText()).forEach(t -> content.add(t.block()));
                content.addAll(sinceCall);
                before.stream().filter(Thought::afterText).forEach(t -> content.add(t.block()));
                content.add(call);
                sinceCall.clear();
            } else {
                sinceCall.add(block);
            }
        }
        content.addAll(sinceCall);
        return new Turn(turn.role(), content);
    }

    private static ReasonedCall called(Block.ToolUse call) {
        return new ReasonedCall(call.id(), call.name(), call.input());
    }

    private static boolean isSigned(Block block) {
        return switch (block) {
            case Block.Thinking(_, var signature, _) -> signature != null && !signature.isEmpty();
            case Block.RedactedThinking _ -> true;
            case Block.Text _,
                    Block.Image _,
                    Block.Document _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    false;
        };
    }
}
