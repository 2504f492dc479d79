package dev.turnout.protocol.conversation;

import java.util.List;

/** How large a conversation is once it is written, so that room is made for it once. */
public final class WrittenSize {

    /** For names, braces and what is escaped. */
    private static final int AROUND = 96;

    private WrittenSize() {}

    /** In bytes, about; more than enough for most. */
    public static int of(Conversation conversation) {
        long size = 1024 + of(conversation.system());
        for (var turn : conversation.turns()) {
            size += AROUND + of(turn.content());
        }
        for (var tool : conversation.tools()) {
            size += AROUND + of(tool);
        }
        return (int) Math.min(size + size / 8, Integer.MAX_VALUE / 2);
    }

    private static long of(List<? extends Block> blocks) {
        long size = 0;
        for (var block : blocks) {
            size += AROUND + of(block);
        }
        return size;
    }

    private static long of(Block block) {
        return switch (block) {
            case Block.Text(var text, _) -> text.length();
            case Block.Image(var media) -> of(media);
            case Block.Document(var media, _) -> of(media);
            case Block.Thinking(var text, _, _) -> text.length();
            case Block.RedactedThinking(var data) -> data.length();
            case Block.ToolUse(_, _, var input) -> input.length();
            case Block.ServerToolUse(_, _, var input) -> input.length();
            case Block.ToolResult(_, var content, _) -> of(content);
            case Block.WebSearchResult(_, var hits, _) -> (long) AROUND * hits.size();
            case Block.ToolReference _ -> 0;
        };
    }

    private static long of(Media media) {
        return switch (media) {
            case Media.Inline(_, var data) -> data.length();
            case Media.Plain(var text) -> text.length();
            case Media.Remote(var url) -> url.length();
            case Media.Kept _ -> 0;
        };
    }

    private static long of(Tool tool) {
        return switch (tool) {
            case Tool.Function(_, var description, var schema, _, _) ->
                    (long) description.length() + schema.length();
            case Tool.Server(_, _, var json) -> json.length();
        };
    }
}
