package dev.turnout.protocol.reasoning;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A conversation whose sealed thinking is opened for the one target that it came from. */
public final class RestoredReasoning {

    /** Told of what another target has thought, or was changed on its way. */
    private static final String FOREIGN = "thinking.foreign";

    private final Target origin;
    private final ReasoningSeal seal;
    private boolean foreign;

    private RestoredReasoning(Target origin, ReasoningSeal seal) {
        this.origin = origin;
        this.seal = seal;
    }

    /**
     * The conversation toward a target: thinking of its own holds what it wants back, all other
     * that was sealed is its text alone, and no signature is a seal any more. Thinking that a
     * provider has signed itself stays as it is: who sends signatures, sends its own.
     *
     * @param origin the target, by its provider's name of the model
     */
    public static Conversation toward(
            Target origin, Conversation conversation, ReasoningSeal seal) {
        if (conversation.turns().stream().noneMatch(RestoredReasoning::isSealed)) {
            return conversation;
        }
        var restored = new RestoredReasoning(origin, seal);
        var turns = conversation.turns().stream().map(restored::turn).toList();
        var dropped = new ArrayList<>(conversation.dropped());
        if (restored.foreign) {
            dropped.add(FOREIGN);
        }
        return conversation.with(turns, dropped);
    }

    private static boolean isSealed(Turn turn) {
        return turn.content().stream().anyMatch(RestoredReasoning::isSealed);
    }

    private static boolean isSealed(Block block) {
        return block instanceof Block.Thinking thinking
                && ReasoningSeal.isSealed(thinking.signature());
    }

    private Turn turn(Turn turn) {
        if (!isSealed(turn)) {
            return turn;
        }
        var content = new ArrayList<Block>(turn.content().size());
        for (var block : turn.content()) {
            if (block instanceof Block.Thinking(var text, var signature, _)
                    && signature != null
                    && ReasoningSeal.isSealed(signature)) {
                var carried = seal.open(signature, text, origin);
                foreign |= carried == null;
                if (saysAnything(text, carried)) {
                    content.add(new Block.Thinking(text, null, carried));
                }
            } else {
                content.add(block);
            }
        }
        return new Turn(turn.role(), content);
    }

    private static boolean saysAnything(String text, @Nullable Carried carried) {
        return !text.isEmpty() || (carried != null && !carried.form().equals(Carried.TEXT));
    }
}
