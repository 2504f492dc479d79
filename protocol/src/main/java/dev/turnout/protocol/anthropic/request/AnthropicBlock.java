package dev.turnout.protocol.anthropic.request;

import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A block as it stands in a request. Its type may come last, so all is read that any type may hold;
 * what it means is {@link AnthropicBlocksReader}' to say.
 */
final class AnthropicBlock {

    final JsonPlace place;

    String type = "";
    @Nullable String text;
    @Nullable String id;
    @Nullable String name;
    @Nullable String input;
    @Nullable String toolUseId;
    @Nullable String signature;
    @Nullable String title;
    @Nullable String data;
    @Nullable String url;
    @Nullable String pageAge;
    @Nullable String errorCode;
    @Nullable AnthropicSource source;
    boolean cached;
    boolean error;

    /** What it holds: of content that is a string, one text; of an object, that. */
    List<AnthropicBlock> content = List.of();

    /** What it had that no conversation has a place for, by name. */
    List<String> lost = List.of();

    private AnthropicBlock(JsonPlace place) {
        this.place = place;
    }

    /** The string, block or array of blocks on which the scan stands; nothing of other values. */
    static List<AnthropicBlock> all(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            var text = new AnthropicBlock(place);
            text.type = "text";
            text.text = scan.string();
            return List.of(text);
        }
        if (scan.isObject()) {
            return List.of(read(scan, place));
        }
        var blocks = new ArrayList<AnthropicBlock>();
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                blocks.add(read(scan, place.to(blocks.size())));
            }
        }
        return blocks;
    }

    /** What is text among the blocks, a paragraph each. */
    static String texts(List<AnthropicBlock> blocks) {
        return blocks.stream()
                .map(block -> block.text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    private static AnthropicBlock read(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var block = new AnthropicBlock(place);
        while (scan.nextField()) {
            if (!scan.isNull()) {
                block.field(scan);
            }
        }
        return block;
    }

    private void field(JsonScan scan) {
        switch (scan.name()) {
            case "type" -> type = scan.string();
            case "text", "thinking" -> text = place.to(scan.name()).text(scan);
            case "id" -> id = scan.stringOrNull();
            case "name", "tool_name" -> name = scan.stringOrNull();
            case "input" -> input = place.to("input").object(scan);
            case "tool_use_id" -> toolUseId = scan.stringOrNull();
            case "signature" -> signature = scan.stringOrNull();
            case "title" -> title = scan.stringOrNull();
            case "data" -> data = scan.stringOrNull();
            case "url" -> url = scan.stringOrNull();
            case "page_age" -> pageAge = scan.stringOrNull();
            case "error_code" -> errorCode = scan.stringOrNull();
            case "is_error" -> error = scan.isTrue();
            case "source" -> source = AnthropicSource.read(scan, place.to("source"));
            case "content", "tool_references", "tool" -> content = all(scan, place.to(scan.name()));
            case "cache_control" -> cached = true;
            case "citations",
                    "context",
                    "caller",
                    "toolset_name",
                    "transformations",
                    "encrypted_content" ->
                    lose("messages." + scan.name());
            default -> lose("unknown");
        }
    }

    private void lose(String name) {
        if (lost.isEmpty()) {
            lost = new ArrayList<>();
        }
        lost.add(name);
    }
}
