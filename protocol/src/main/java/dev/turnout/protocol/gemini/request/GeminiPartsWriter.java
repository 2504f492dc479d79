package dev.turnout.protocol.gemini.request;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Media;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts, images and documents as parts. */
final class GeminiPartsWriter {

    /** Images that Gemini does not read; it knows PNG, JPEG, WebP, HEIC and HEIF. */
    private static final String GIF = "image/gif";

    private static final String PDF = "application/pdf";

    /** Media types by the endings of addresses, for Gemini asks for one beside them. */
    private static final Map<String, String> BY_ENDING =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "webp", "image/webp",
                    "heic", "image/heic",
                    "heif", "image/heif",
                    "gif", GIF,
                    "pdf", PDF);

    private final GeminiDraft draft;

    GeminiPartsWriter(GeminiDraft draft) {
        this.draft = draft;
    }

    /** Writes what the user or the system text says. */
    void write(Block block) {
        switch (shown(block)) {
            case Block.Text text -> text(text);
            case Block.Image(Media.Inline media) -> inline(media);
            case Block.Image(Media.Remote(var url)) -> remote(url, "image/jpeg");
            case Block.Document(Media.Inline media, var title) -> {
                if (title != null) {
                    text(words("Document: " + title));
                }
                inline(media);
            }
            case Block.Document(Media.Remote(var url), var title) -> {
                if (title != null) {
                    text(words("Document: " + title));
                }
                remote(url, PDF);
            }
            case Block.Image _,
                    Block.Document _,
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

    /** The block as Gemini can be shown it: itself, or words. */
    Block shown(Block block) {
        return switch (block) {
            case Block.Text _ -> block;
            case Block.ToolReference tool -> words(tool.inWords());
            case Block.WebSearchResult result -> words(result.inWords());
            case Block.Image(var media) -> shown(block, media, "image");
            case Block.Document(Media.Plain(var text), var title) -> words(plain(text, title));
            case Block.Document(var media, _) -> shown(block, media, "document");
            case Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ServerToolUse _ ->
                    throw new IllegalArgumentException("not shown: " + block.getClass());
        };
    }

    private static String plain(String text, @Nullable String title) {
        var shown = text.isEmpty() ? "[empty document]" : text;
        return title == null ? shown : "Document: " + title + "\n\n" + shown;
    }

    private Block shown(Block block, Media media, String kind) {
        return switch (media) {
            case Media.Inline(var type, _) -> type.equals(GIF) ? omitted(kind, type) : block;
            case Media.Remote(var url) -> {
                boolean fetched = draft.model().fetches() && url.startsWith("https://");
                yield fetched && !type(url, "").equals(GIF) ? block : omitted(kind, url);
            }
            case Media.Plain(var text) -> words(text);
            case Media.Kept _ -> throw keptElsewhere();
        };
    }

    /** The object around {@code inlineData}, in parts and in a function's response. */
    void inline(Media.Inline media) {
        var out = draft.out();
        out.startObject().name("inlineData").startObject();
        out.field("mimeType", media.type()).field("data", media.data());
        out.endObject().endObject();
    }

    private void remote(String url, String usual) {
        var out = draft.out();
        out.startObject().name("fileData").startObject();
        out.field("mimeType", type(url, usual)).field("fileUri", url);
        out.endObject().endObject();
    }

    private void text(Block.Text text) {
        if (text.cached()) {
            draft.drop("cache_control");
        }
        draft.out().startObject().field("text", text.text()).endObject();
    }

    private Block omitted(String kind, String what) {
        draft.drop(kind);
        return words("[" + kind + " omitted, the model does not read it: " + what + "]");
    }

    /** The media type that an address ends in, whatever is asked behind it. */
    private static String type(String url, String usual) {
        var path = url.split("[?#]", 2)[0];
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, usual);
    }

    private static Block.Text words(String text) {
        return new Block.Text(text, false);
    }

    private static ProblemException keptElsewhere() {
        return Problem.of(
                        ProblemCode.TARGET_UNUSABLE,
                        "The conversation holds a file that is kept by another provider. Send the"
                                + " bytes instead, or use a route to that provider.")
                .asException();
    }
}
