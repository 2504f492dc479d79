package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model thought before a tool call.
 *
 * @param block thinking, signed or sealed, or redacted thinking
 * @param afterText whether text stands before it, within its turn and since the call before
 */
public record Thought(Block block, boolean afterText) {

    /** As a text to be kept. */
    public static String written(List<Thought> thoughts) {
        var json = new JsonWriter().startArray();
        for (var thought : thoughts) {
            json.startObject();
            switch (thought.block()) {
                case Block.Thinking(var text, var signature, _) -> {
                    json.field("text", text);
                    json.field("signature", signature == null ? "" : signature);
                }
                case Block.RedactedThinking(var data) -> json.field("data", data);
                case Block.Text _,
                        Block.Image _,
                        Block.Document _,
                        Block.ToolUse _,
                        Block.ToolResult _,
                        Block.ToolReference _,
                        Block.ServerToolUse _,
                        Block.WebSearchResult _ ->
                        throw new IllegalArgumentException("no thought: " + thought.block());
            }
            json.field("afterText", thought.afterText()).endObject();
        }
        return new String(json.endArray().bytes(), UTF_8);
    }

    /**
     * What was kept. {@link dev.turnout.contracts.ProblemException} where the text was not written
     * by {@link #written}.
     */
    public static List<Thought> read(String written) {
        var thoughts = new ArrayList<Thought>();
        try (var scan = JsonScan.of(written.getBytes(UTF_8))) {
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    thoughts.add(read(scan));
                }
            }
            scan.finish();
        }
        return thoughts;
    }

    private static Thought read(JsonScan scan) {
        var text = "";
        var signature = "";
        @Nullable String data = null;
        boolean afterText = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "text" -> text = scan.string();
                    case "signature" -> signature = scan.string();
                    case "data" -> data = scan.string();
                    case "afterText" -> afterText = scan.isTrue();
                    default -> {}
                }
            }
        }
        return new Thought(
                data == null
                        ? new Block.Thinking(text, signature)
                        : new Block.RedactedThinking(data),
                afterText);
    }
}
