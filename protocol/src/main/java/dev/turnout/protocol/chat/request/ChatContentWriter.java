package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.DataUrl;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Wording;
import dev.turnout.protocol.json.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Content of messages: a plain string wherever there is only text, since several servers break on
 * arrays of parts.
 */
final class ChatContentWriter {

    private ChatContentWriter() {}

    /** The value of {@code content} for texts alone. */
    static void texts(List<Block.Text> texts, String between, ChatDraft draft) {
        if (keepsMarks(texts, draft)) {
            draft.out().startArray();
            texts.forEach(text -> part(text, draft));
            draft.out().endArray();
        } else {
            draft.out().string(joined(texts, between));
        }
    }

    /** The value of {@code content} for a message of the user. */
    static void user(List<Block> blocks, ChatDraft draft) {
        var texts = Wording.all(blocks);
        if (texts.size() == blocks.size()) {
            texts(texts, "\n\n", draft);
            return;
        }
        keepsMarks(texts, draft);
        draft.out().startArray();
        for (var block : blocks) {
            var text = Wording.of(block);
            if (text != null) {
                part(text, draft);
            } else {
                attachment(block, draft.out());
            }
        }
        draft.out().endArray();
    }

    private static String joined(List<Block.Text> texts, String between) {
        return texts.size() == 1
                ? texts.getFirst().text()
                : texts.stream().map(Block.Text::text).collect(Collectors.joining(between));
    }

    /** Whether marks of what is worth caching are there to be written; else they are dropped. */
    private static boolean keepsMarks(List<Block.Text> texts, ChatDraft draft) {
        boolean marked = texts.stream().anyMatch(Block.Text::cached);
        if (marked && !draft.has(Quirk.CACHE_CONTROL)) {
            draft.drop("cache_control");
        }
        return marked && draft.has(Quirk.CACHE_CONTROL);
    }

    private static void part(Block.Text text, ChatDraft draft) {
        var out = draft.out();
        out.startObject().field("type", "text").field("text", text.text());
        if (text.cached() && draft.has(Quirk.CACHE_CONTROL)) {
            out.name("cache_control").startObject().field("type", "ephemeral").endObject();
        }
        out.endObject();
    }

    private static void attachment(Block block, JsonWriter out) {
        out.startObject();
        switch (block) {
            case Block.Image(var media) -> {
                out.field("type", "image_url").name("image_url").startObject();
                out.field("url", url(media)).endObject();
            }
            case Block.Document(Media.Inline media, var title) -> {
                out.field("type", "file").name("file").startObject();
                out.field("filename", title == null ? "document.pdf" : title);
                out.field("file_data", url(media)).endObject();
            }
            case Block.Document(Media.Remote _, _) ->
                    throw unusable(
                            "The conversation holds a document by its URL, which this provider"
                                    + " does not fetch. Send the bytes instead, or use a route to"
                                    + " an anthropic provider.");
            case Block.Document(Media.Kept _, _) -> throw Media.keptElsewhere();
            case Block.Document(Media.Plain _, _) ->
                    throw new IllegalArgumentException("a document of text is no attachment");
            case Block.Text _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    throw new IllegalArgumentException("no attachment: " + block.getClass());
        }
        out.endObject();
    }

    private static String url(Media media) {
        return switch (media) {
            case Media.Inline inline -> DataUrl.of(inline);
            case Media.Remote(var url) -> url;
            case Media.Plain(var text) -> text;
            case Media.Kept _ -> throw Media.keptElsewhere();
        };
    }

    private static ProblemException unusable(String message) {
        return Problem.of(ProblemCode.TARGET_UNUSABLE, message).asException();
    }
}
