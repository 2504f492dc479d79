package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Conversations whose tools give nothing but texts. */
final class LostResults {

    private LostResults() {}

    static Conversation mediaBehind(Conversation c) {
        return Rewrite.contents(c, LostResults::mediaBehind);
    }

    static Conversation emptyInWords(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                block instanceof Block.ToolResult(var id, var content, var error)
                                                && content.isEmpty()
                                        ? new Block.ToolResult(
                                                id, List.of(LostBlocks.text("(no output)")), error)
                                        : block));
    }

    static Conversation failedInWords(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                block instanceof Block.ToolResult(var id, var content, var error)
                                                && error
                                        ? new Block.ToolResult(id, failed(content), false)
                                        : block));
    }

    private static List<Block> mediaBehind(List<Block> content) {
        var results = new ArrayList<Block>();
        var media = new ArrayList<Block>();
        var rest = new ArrayList<Block>();
        for (var block : content) {
            if (block instanceof Block.ToolResult(var id, var given, var error)) {
                given.stream().filter(LostResults::isMedia).forEach(media::add);
                var words = given.stream().map(LostResults::inWords).toList();
                results.add(new Block.ToolResult(id, words, error));
            } else {
                rest.add(block);
            }
        }
        if (!media.isEmpty()) {
            boolean images = media.stream().allMatch(Block.Image.class::isInstance);
            results.add(
                    LostBlocks.text(
                            "Attached "
                                    + (images ? "image(s)" : "file(s)")
                                    + " from tool result:"));
        }
        results.addAll(media);
        results.addAll(rest);
        return results;
    }

    private static boolean isMedia(Block block) {
        return block instanceof Block.Image || block instanceof Block.Document;
    }

    private static Block inWords(Block block) {
        if (!isMedia(block)) {
            return block;
        }
        var what = block instanceof Block.Image ? "image" : "file";
        return LostBlocks.text("(see attached " + what + ")");
    }

    /** In front of the first text, or as a text of its own where there is more than text. */
    private static List<Block> failed(List<Block> content) {
        var told = new ArrayList<>(content);
        if (content.stream().noneMatch(LostResults::isMedia)
                && content.getFirst() instanceof Block.Text(var text, var cached)) {
            told.set(0, new Block.Text("Error: " + text, cached));
        } else {
            told.addFirst(LostBlocks.text("Error:"));
        }
        return told;
    }
}
