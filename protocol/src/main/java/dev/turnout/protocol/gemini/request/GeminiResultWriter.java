package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Media;
import java.util.ArrayList;
import java.util.List;

/** What a call gave, as a part {@code functionResponse}. */
final class GeminiResultWriter {

    private final GeminiDraft draft;
    private final GeminiPartsWriter parts;

    GeminiResultWriter(GeminiDraft draft, GeminiPartsWriter parts) {
        this.draft = draft;
        this.parts = parts;
    }

    /**
     * Writes the part.
     *
     * @param name of the tool that was called
     * @return images and files that it cannot hold, which a content of the user's brings: up to 2.5
     *     all of them, later those that are fetched
     */
    List<Block> write(Block.ToolResult result, String name) {
        var lines = new ArrayList<String>();
        var held = new ArrayList<Media.Inline>();
        var attached = new ArrayList<Block>();
        for (var block : result.content()) {
            var shown = parts.shown(block);
            switch (shown) {
                case Block.Text text -> {
                    if (text.cached()) {
                        draft.drop("cache_control");
                    }
                    lines.add(text.text());
                }
                case Block.Image(Media.Inline media) when draft.model().isThree() ->
                        held.add(media);
                case Block.Document(Media.Inline media, _) when draft.model().isThree() ->
                        held.add(media);
                case Block.Image _ -> {
                    lines.add("(see attached image)");
                    attached.add(shown);
                }
                case Block.Document _ -> {
                    lines.add("(see attached file)");
                    attached.add(shown);
                }
                case Block.Thinking _,
                        Block.RedactedThinking _,
                        Block.ToolUse _,
                        Block.ToolResult _,
                        Block.ToolReference _,
                        Block.ServerToolUse _,
                        Block.WebSearchResult _ ->
                        throw new IllegalArgumentException("not shown: " + shown.getClass());
            }
        }
        write(result, name, String.join("\n", lines), held);
        return attached;
    }

    private void write(Block.ToolResult result, String name, String text, List<Media.Inline> held) {
        var out = draft.out();
        out.startObject().name("functionResponse").startObject();
        out.field("id", result.toolUseId()).field("name", name);
        // A text, never an object: Gemini follows a $ref in what a tool gave.
        out.name("response").startObject();
        out.field(result.error() ? "error" : "output", text).endObject();
        if (!held.isEmpty()) {
            out.name("parts").startArray();
            held.forEach(parts::inline);
            out.endArray();
        }
        out.endObject().endObject();
    }
}
