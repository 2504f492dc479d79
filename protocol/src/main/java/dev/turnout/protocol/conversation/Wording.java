package dev.turnout.protocol.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What blocks say in text, where a dialect has no such blocks. */
public final class Wording {

    private Wording() {}

    /** All that these blocks say in text; the others are passed over. */
    public static List<Block.Text> all(List<Block> blocks) {
        var texts = new ArrayList<Block.Text>(blocks.size());
        for (var block : blocks) {
            var text = of(block);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The text of a block that is one or can be told as one; null for all others. */
    public static Block.@Nullable Text of(Block block) {
        return switch (block) {
            case Block.Text text -> text;
            case Block.ToolReference tool -> new Block.Text(tool.inWords(), false);
            case Block.Document(Media.Plain(var text), var title) ->
                    new Block.Text(
                            title == null ? text : "Document: " + title + "\n\n" + text, false);
            case Block.WebSearchResult result -> new Block.Text(result.inWords(), false);
            case Block.Image _,
                    Block.Document _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ServerToolUse _ ->
                    null;
        };
    }
}
