package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conversations whose texts are less than they were. */
final class LostTexts {

    private static final Pattern SEAM =
            Pattern.compile(
                    "</system-reminder>\n*<system-reminder>\n|(?<=[.>:)/]|available|exceeded)\n+|^\n+|\n+$");

    private LostTexts() {}

    static Conversation seams(Conversation c) {
        var system = joined(c.system()).stream().map(Block.Text.class::cast).toList();
        return Rewrite.system(Rewrite.contents(c, LostTexts::joined), system);
    }

    static Conversation blanks(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        block instanceof Block.Text(var text, _) && text.isBlank()
                                ? Stream.empty()
                                : Stream.of(block));
    }

    static Conversation marks(Conversation c) {
        var unmarked =
                Rewrite.blocks(
                        c,
                        block ->
                                Stream.of(
                                        block instanceof Block.Text(var text, _)
                                                ? LostBlocks.text(text)
                                                : block));
        var system = c.system().stream().map(text -> LostBlocks.text(text.text())).toList();
        return Rewrite.system(unmarked, system);
    }

    /** Texts that follow one another as one, without the line breaks that stand between them. */
    private static List<Block> joined(List<? extends Block> content) {
        var joined = new ArrayList<Block>();
        for (var block : content) {
            if (block instanceof Block.Text(var text, var cached)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Block.Text(var former, var formerCached)) {
                joined.removeLast();
                joined.add(new Block.Text(former + text, cached || formerCached));
            } else {
                joined.add(block);
            }
        }
        joined.replaceAll(LostTexts::unseamed);
        return joined;
    }

    /** Within the texts made at random, no line break stands behind one of these. */
    private static Block unseamed(Block block) {
        return switch (block) {
            case Block.Text(var text, var cached) ->
                    new Block.Text(SEAM.matcher(text).replaceAll(""), cached);
            case Block.ToolResult(var id, var content, var error) ->
                    new Block.ToolResult(id, joined(content), error);
            default -> block;
        };
    }
}
