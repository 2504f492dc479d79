package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations without thinking that a dialect does not take back. */
final class LostThinking {

    private LostThinking() {}

    static Conversation unsigned(Conversation c) {
        return without(
                c,
                block ->
                        block instanceof Block.Thinking(_, var signature, _)
                                && !isVouchedFor(signature));
    }

    static Conversation signatures(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                block instanceof Block.Thinking(var text, _, _)
                                        ? new Block.Thinking(text, null)
                                        : block));
    }

    static Conversation withoutTools(Conversation c) {
        boolean tools = c.tools().stream().anyMatch(Tool.Function.class::isInstance);
        return tools || c.hasCalls() ? c : without(c, Block.Thinking.class::isInstance);
    }

    static Conversation all(Conversation c) {
        return without(c, Block.Thinking.class::isInstance);
    }

    static Conversation redacted(Conversation c) {
        return without(c, Block.RedactedThinking.class::isInstance);
    }

    private static boolean isVouchedFor(@Nullable String signature) {
        return signature != null && !signature.isEmpty();
    }

    private static Conversation without(Conversation c, Predicate<Block> lost) {
        return Rewrite.blocks(c, block -> lost.test(block) ? Stream.empty() : Stream.of(block));
    }
}
