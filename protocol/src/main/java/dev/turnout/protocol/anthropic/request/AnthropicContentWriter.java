package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.ToolIds;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.json.JsonWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes content as arrays of blocks, with the marks of what is worth caching. */
final class AnthropicContentWriter {

    /** What Anthropic takes; the last ones reach furthest. */
    private static final int MAX_MARKS = 4;

    private final JsonWriter out;
    private int marksToSkip;

    /**
     * @param dropped is told if there are more marks than Anthropic takes
     */
    AnthropicContentWriter(
            JsonWriter out, Set<String> dropped, List<Block> system, List<Turn> turns) {
        this.out = out;
        int marks = marks(system) + turns.stream().mapToInt(turn -> marks(turn.content())).sum();
        this.marksToSkip = Math.max(0, marks - MAX_MARKS);
        if (marksToSkip > 0) {
            dropped.add("cache_control");
        }
    }

    void write(List<Block> content) {
        out.startArray();
        content.forEach(this::block);
        out.endArray();
    }

    private static int marks(List<Block> content) {
        int marks = 0;
        for (var block : content) {
            switch (block) {
                case Block.Text(var text, var cached) when cached && !text.isBlank() -> marks++;
                case Block.ToolResult result -> marks += marks(result.content());
                default -> {}
            }
        }
        return marks;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Text(var text, var cached) -> text(text, cached);
            case Block.Image(var media) -> {
                out.startObject().field("type", "image");
                source(media);
                out.endObject();
            }
            case Block.Document(var media, var title) -> document(media, title);
            case Block.Thinking(var text, var signature, _) -> {
                out.startObject().field("type", "thinking").field("thinking", text);
                out.field("signature", signature == null ? "" : signature).endObject();
            }
            case Block.RedactedThinking(var data) -> {
                out.startObject().field("type", "redacted_thinking");
                out.field("data", data).endObject();
            }
            case Block.ToolUse(var id, var name, var input) -> {
                out.startObject().field("type", "tool_use").field("id", ToolIds.plain(id));
                out.field("name", name).name("input").raw(input).endObject();
            }
            case Block.ToolResult result -> toolResult(result);
            case Block.ToolReference tool -> text(tool.inWords(), false);
            case Block.ServerToolUse _ -> {} // its results say what was searched
            case Block.WebSearchResult result -> text(result.inWords(), false);
        }
    }

    private void text(String text, boolean cached) {
        if (text.isBlank()) {
            return; // Anthropic refuses such text
        }
        out.startObject().field("type", "text").field("text", text);
        if (cached && marksToSkip-- <= 0) {
            out.name("cache_control").startObject().field("type", "ephemeral").endObject();
        }
        out.endObject();
    }

    private void toolResult(Block.ToolResult result) {
        out.startObject().field("type", "tool_result");
        out.field("tool_use_id", ToolIds.plain(result.toolUseId()));
        if (!result.content().isEmpty()) {
            out.name("content");
            write(result.content());
        }
        if (result.error()) {
            out.field("is_error", true);
        }
        out.endObject();
    }

    private void document(Media media, @Nullable String title) {
        out.startObject().field("type", "document");
        source(media);
        if (title != null) {
            out.field("title", title);
        }
        out.endObject();
    }

    private void source(Media media) {
        out.name("source").startObject();
        switch (media) {
            case Media.Inline(var type, var data) ->
                    out.field("type", "base64").field("media_type", type).field("data", data);
            case Media.Remote(var url) -> out.field("type", "url").field("url", url);
            case Media.Plain(var text) -> {
                out.field("type", "text").field("media_type", "text/plain");
                out.field("data", text);
            }
            case Media.Kept _ -> throw Media.keptElsewhere();
        }
        out.endObject();
    }
}
