package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Media;

/** Says in a few words what stood where a model can see no images, or take no files. */
final class ChatOmitted {

    private ChatOmitted() {}

    /** The block itself, or the words for it. */
    static Block orShown(Block block, ChatDraft draft) {
        return switch (block) {
            case Block.Image _ when draft.has(Quirk.NO_IMAGES) -> {
                draft.drop("image");
                yield words("[image omitted: model has no vision]");
            }
            case Block.Document(var media, var title)
                    when draft.has(Quirk.NO_FILES) && !(media instanceof Media.Plain) -> {
                draft.drop("document");
                yield words(
                        title == null ? "[document omitted]" : "[document omitted: " + title + "]");
            }
            case Block.Image _,
                    Block.Document _,
                    Block.Text _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    block;
        };
    }

    private static Block.Text words(String text) {
        return new Block.Text(text, false);
    }
}
