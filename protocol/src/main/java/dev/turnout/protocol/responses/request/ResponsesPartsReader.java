package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.DataUrl;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message or a tool's output holds: a string, or an array of parts. */
final class ResponsesPartsReader {

    private final Set<String> dropped;
    private final List<Block> blocks = new ArrayList<>();

    private ResponsesPartsReader(Set<String> dropped) {
        this.dropped = dropped;
    }

    static List<Block> read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        var parts = new ResponsesPartsReader(dropped);
        if (scan.isString()) {
            parts.text(scan.string(), false);
        } else if (scan.enterArray()) {
            for (int i = 0; scan.nextElement(); i++) {
                parts.part(Part.read(scan, place.to(i), dropped));
            }
        } else {
            throw place.wrong(scan, "a string or an array of parts");
        }
        return parts.blocks;
    }

    private void part(Part part) {
        switch (part.type) {
            case "input_text", "output_text", "reasoning_text", "text", "refusal" ->
                    text(part.text, part.cached);
            case "input_image" -> blocks.add(new Block.Image(part.image()));
            case "input_file" -> {
                var file = part.file();
                if (!(file instanceof Media.Plain(var text) && text.isBlank())) {
                    blocks.add(new Block.Document(file, part.filename));
                }
            }
            case "input_audio" -> dropped.add("input.input_audio");
            default -> dropped.add("input.unknown");
        }
        if (part.cached && !part.isText()) {
            dropped.add("cache_control");
        }
    }

    private void text(String text, boolean cached) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Text(text, cached));
        }
    }

    /** A part as it stands there; its type may come last. */
    private static final class Part {

        private final JsonPlace place;
        private String type = "";
        private String text = "";
        private @Nullable String imageUrl;
        private @Nullable String fileId;
        private @Nullable String fileUrl;
        private @Nullable String fileData;
        private @Nullable String filename;
        private boolean cached;

        private Part(JsonPlace place) {
            this.place = place;
        }

        private static Part read(JsonScan scan, JsonPlace place, Set<String> dropped) {
            if (!scan.enterObject()) {
                throw place.wrong(scan, "an object");
            }
            var part = new Part(place);
            while (scan.nextField()) {
                if (!scan.isNull()) {
                    part.field(scan, dropped);
                }
            }
            place.to("type").required(part.type);
            return part;
        }

        private void field(JsonScan scan, Set<String> dropped) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "text", "refusal" -> text = scan.string();
                case "image_url" -> imageUrl = imageUrl(scan);
                case "file_id" -> fileId = scan.stringOrNull();
                case "file_url" -> fileUrl = scan.stringOrNull();
                case "file_data" -> fileData = scan.stringOrNull();
                case "filename" -> filename = scan.stringOrNull();
                case "prompt_cache_breakpoint" -> cached = true;
                case "detail" -> {
                    if (!scan.is("auto")) {
                        dropped.add("input.detail");
                    }
                }
                case "annotations", "logprobs" -> {
                    if (scan.enterArray()) {
                        while (scan.nextElement()) {
                            dropped.add("input.annotations");
                        }
                    }
                }
                case "input_audio" -> {} // dropped by its type
                default -> dropped.add("unknown");
            }
        }

        /** Some clients send it in Chat's form. */
        private static @Nullable String imageUrl(JsonScan scan) {
            @Nullable String url = scan.stringOrNull();
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (scan.name().equals("url")) {
                        url = scan.stringOrNull();
                    }
                }
            }
            return url;
        }

        private boolean isText() {
            return imageUrl == null && fileId == null && fileUrl == null && fileData == null;
        }

        private Media image() {
            return imageUrl == null && fileId != null
                    ? new Media.Kept(fileId)
                    : DataUrl.image(
                            place.to("image_url").required(imageUrl), place.to("image_url"));
        }

        private Media file() {
            if (fileUrl != null) {
                return new Media.Remote(fileUrl);
            }
            if (fileData != null) {
                return DataUrl.document(fileData, place.to("file_data"));
            }
            return new Media.Kept(place.to("file_data").required(fileId));
        }
    }
}
