package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.DataUrl;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of messages and of what calls gave. */
final class ResponsesPartsWriter {

    private static final String NO_OUTPUT = "(no output)"; // some servers refuse an empty string
    private static final String ERROR = "Error: ";

    private final ResponsesDraft draft;

    ResponsesPartsWriter(ResponsesDraft draft) {
        this.draft = draft;
    }

    /** The value of {@code content}. */
    void write(List<Block> blocks) {
        draft.out().startArray();
        blocks.forEach(this::part);
        draft.out().endArray();
    }

    /** The value of {@code output}: a plain string where there is only text. */
    void output(Block.ToolResult result) {
        var texts = Wording.all(result.content());
        if (texts.size() < result.content().size()) {
            parts(result);
            return;
        }
        texts.forEach(this::noteMark);
        var text = texts.stream().map(Block.Text::text).collect(Collectors.joining("\n"));
        draft.out().string((result.error() ? ERROR : "") + (texts.isEmpty() ? NO_OUTPUT : text));
    }

    private void parts(Block.ToolResult result) {
        draft.out().startArray();
        if (result.error()) {
            text(ERROR.strip());
        }
        result.content().forEach(this::part);
        draft.out().endArray();
    }

    private void part(Block block) {
        var text = Wording.of(block);
        if (text != null) {
            noteMark(text);
            text(text.text());
            return;
        }
        switch (block) {
            case Block.Image(var media) -> image(media);
            case Block.Document(var media, var title) -> file(media, title);
            case Block.Text _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    throw new IllegalArgumentException("no part: " + block.getClass());
        }
    }

    /** OpenAI caches without being told; its own marks are for its newest models only. */
    private void noteMark(Block.Text text) {
        if (text.cached()) {
            draft.drop("cache_control");
        }
    }

    private void text(String text) {
        draft.out().startObject().field("type", "input_text").field("text", text).endObject();
    }

    private void image(Media media) {
        draft.out().startObject().field("type", "input_image");
        draft.out().field("image_url", url(media)).field("detail", "auto").endObject();
    }

    private void file(Media media, @Nullable String title) {
        var out = draft.out();
        out.startObject().field("type", "input_file");
        if (media instanceof Media.Remote(var url)) {
            out.field("file_url", url);
        } else {
            out.field("filename", title == null ? "document.pdf" : title);
            out.field("file_data", url(media));
        }
        out.endObject();
    }

    private static String url(Media media) {
        return switch (media) {
            case Media.Inline inline -> DataUrl.of(inline);
            case Media.Remote(var url) -> url;
            case Media.Kept _ -> throw Media.keptElsewhere();
            case Media.Plain _ ->
                    throw new IllegalArgumentException("a document of text is no attachment");
        };
    }
}
