package dev.turnout.protocol.anthropic.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block as it stands in {@code content_block} or in a message's content.
 *
 * @param type in Anthropic's words
 * @param id of a call, or of the call that a result answers; empty without one
 * @param name of the tool; empty without one
 * @param text of text or thinking; in a stream mostly empty here
 * @param signature of thinking; empty without one
 * @param data of thinking that only Anthropic reads; empty without it
 * @param input of a call as JSON; empty for none, as mostly in a stream
 * @param hits of a web search
 * @param errorCode why a web search failed; null where it did not
 */
record AnthropicReplyBlock(
        String type,
        String id,
        String name,
        String text,
        String signature,
        String data,
        String input,
        List<Hit> hits,
        @Nullable String errorCode) {

    /** Reads the block on which the scan stands. */
    static AnthropicReplyBlock read(JsonScan scan, byte[] json) {
        var fields = new Fields();
        fields.read(scan, json);
        return new AnthropicReplyBlock(
                fields.type,
                fields.id,
                fields.name,
                fields.text,
                fields.signature,
                fields.data,
                fields.input,
                fields.hits,
                fields.errorCode);
    }

    private static final class Fields {
        private String type = "";
        private String id = "";
        private String name = "";
        private String text = "";
        private String signature = "";
        private String data = "";
        private String input = "";
        private final List<Hit> hits = new ArrayList<>(0);
        private @Nullable String errorCode;

        private void read(JsonScan scan, byte[] json) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> type = scan.string();
                    case "id", "tool_use_id" -> id = scan.string();
                    case "name" -> name = scan.string();
                    case "text", "thinking" -> text = scan.string();
                    case "signature" -> signature = scan.string();
                    case "data" -> data = scan.string();
                    case "input" -> input = input(scan, json);
                    case "content" -> results(scan);
                    default -> {}
                }
            }
        }

        private static String input(JsonScan scan, byte[] json) {
            if (!scan.isObject()) {
                return "";
            }
            var span = scan.span();
            var object = new String(json, span.offset(), span.length(), UTF_8);
            return object.substring(1, object.length() - 1).isBlank() ? "" : object;
        }

        private void results(JsonScan scan) {
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    hit(scan);
                }
            } else if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (scan.name().equals("error_code")) {
                        errorCode = scan.stringOrNull();
                    }
                }
            }
        }

        private void hit(JsonScan scan) {
            var title = "";
            var url = "";
            String pageAge = null;
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "title" -> title = scan.string();
                    case "url" -> url = scan.string();
                    case "page_age" -> pageAge = scan.stringOrNull();
                    default -> {}
                }
            }
            if (!url.isEmpty()) {
                hits.add(new Hit(title, url, pageAge));
            }
        }
    }
}
