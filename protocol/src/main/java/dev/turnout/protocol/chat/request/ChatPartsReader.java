package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.DataUrl;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of a message: a string, or an array of parts. */
final class ChatPartsReader {

    private final Set<String> dropped;
    private final List<Block> blocks = new ArrayList<>();

    private ChatPartsReader(Set<String> dropped) {
        this.dropped = dropped;
    }

    static List<Block> read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        var parts = new ChatPartsReader(dropped);
        if (scan.isString()) {
            parts.text(scan.string(), false);
        } else if (scan.enterArray()) {
            for (int i = 0; scan.nextElement(); i++) {
                parts.part(scan, place.to(i));
            }
        } else {
            throw place.wrong(scan, "a string or an array of parts");
        }
        return parts.blocks;
    }

    private void part(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable String type = null;
        @Nullable String text = null;
        @Nullable Media image = null;
        Block.@Nullable Document file = null;
        boolean cached = false;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "type" -> type = scan.stringOrNull();
                case "text", "refusal" -> text = scan.stringOrNull();
                case "image_url" -> image = image(scan, place.to("image_url"));
                case "file" -> file = file(scan, place.to("file"));
                case "cache_control", "prompt_cache_breakpoint" -> cached = true;
                case "input_audio" -> {} // dropped by its type
                default -> dropped.add("unknown");
            }
        }
        switch (place.to("type").required(type)) {
            case "text", "refusal" -> text(text == null ? "" : text, cached);
            case "image_url" -> {
                if (image == null) {
                    throw place.to("image_url").invalid("Field required. Send an object with url.");
                }
                blocks.add(new Block.Image(image));
            }
            case "file" -> {
                if (file == null) {
                    throw place.to("file")
                            .invalid("Field required. Send an object with file_data.");
                }
                if (!(file.media() instanceof Media.Plain(var plain) && plain.isBlank())) {
                    blocks.add(file);
                }
            }
            case "input_audio" -> dropped.add("messages.input_audio");
            default -> dropped.add("messages.unknown");
        }
    }

    private void text(String text, boolean cached) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Text(text, cached));
        }
    }

    private Media image(JsonScan scan, JsonPlace place) {
        @Nullable String url = scan.stringOrNull(); // some clients leave the object out
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "url" -> url = scan.stringOrNull();
                    case "detail" -> dropped.add("messages.detail");
                    default -> dropped.add("unknown");
                }
            }
        }
        return DataUrl.image(place.to("url").required(url), place.to("url"));
    }

    private static Block.Document file(JsonScan scan, JsonPlace place) {
        @Nullable String name = null;
        @Nullable String data = null;
        @Nullable String id = null;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "filename" -> name = scan.stringOrNull();
                    case "file_data" -> data = scan.stringOrNull();
                    case "file_id" -> id = scan.stringOrNull();
                    default -> {}
                }
            }
        }
        return new Block.Document(
                data == null
                        ? new Media.Kept(place.to("file_id").required(id))
                        : DataUrl.document(data, place.to("file_data")),
                name);
    }
}
