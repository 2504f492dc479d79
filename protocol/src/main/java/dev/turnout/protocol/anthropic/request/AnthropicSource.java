package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of an image or document; of a search result, just its name.
 *
 * @param name of a search result's source; empty else
 * @param media of a document that is made of blocks, their text; null for a search result's source
 * @param images among the blocks that a document is made of
 */
record AnthropicSource(String name, @Nullable Media media, List<AnthropicBlock> images) {

    static AnthropicSource read(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            return new AnthropicSource(scan.string(), null, List.of());
        }
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var type = "";
        var mediaType = "";
        String data = null;
        String url = null;
        String fileId = null;
        List<AnthropicBlock> blocks = List.of();
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "media_type" -> mediaType = scan.string();
                case "data" -> data = scan.stringOrNull();
                case "url" -> url = scan.stringOrNull();
                case "file_id" -> fileId = scan.stringOrNull();
                case "content" -> blocks = AnthropicBlock.all(scan, place.to("content"));
                default -> {}
            }
        }
        return switch (type) {
            case "base64" ->
                    of(
                            new Media.Inline(
                                    place.to("media_type").required(mediaType),
                                    place.to("data").required(data)));
            case "text" -> of(new Media.Plain(data == null ? "" : data));
            case "url" -> of(new Media.Remote(place.to("url").required(url)));
            case "file" -> of(new Media.Kept(place.to("file_id").required(fileId)));
            case "content" ->
                    new AnthropicSource(
                            "",
                            new Media.Plain(AnthropicBlock.texts(blocks)),
                            blocks.stream().filter(part -> part.type.equals("image")).toList());
            default ->
                    throw place.to("type")
                            .invalid("Input should be base64, text, url, file or content.");
        };
    }

    private static AnthropicSource of(Media media) {
        return new AnthropicSource("", media, List.of());
    }
}
