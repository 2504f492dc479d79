package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant thought, as clients send it back: the text in {@code reasoning_content}, the
 * signature in {@code reasoning_details}, as our answers have it; or both in the latter, in pieces
 * of which a signature is the last, as OpenRouter's have it.
 */
final class ChatThoughtsReader {

    private final List<Block.Thinking> signed = new ArrayList<>(0);
    private final StringBuilder text = new StringBuilder();
    private boolean anyText;

    /** Reads {@code reasoning_details}. */
    void read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array");
        }
        while (scan.nextElement()) {
            detail(scan, dropped);
        }
    }

    /**
     * The thinking.
     *
     * @param reasoning what {@code reasoning_content} says; null without one
     */
    List<Block> blocks(@Nullable String reasoning) {
        var whole = reasoning == null ? "" : reasoning;
        if (anyText) {
            var blocks = new ArrayList<Block>(signed);
            if (!text.isEmpty()) {
                blocks.add(new Block.Thinking(text.toString(), null));
            }
            return blocks;
        }
        if (signed.size() == 1) {
            return List.of(new Block.Thinking(whole, signed.getFirst().signature()));
        }
        // Of several signatures nobody knows which part of the text each vouches for.
        return whole.isEmpty() ? List.of() : List.of(new Block.Thinking(whole, null));
    }

    private void detail(JsonScan scan, Set<String> dropped) {
        var type = "";
        var piece = "";
        @Nullable String signature = null;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> type = scan.string();
                    case "text" -> piece = scan.string();
                    case "signature" -> signature = scan.stringOrNull();
                    default -> {}
                }
            }
        }
        if (!type.equals("reasoning.text")) {
            dropped.add("messages.reasoning_details");
            return;
        }
        text.append(piece);
        anyText |= !piece.isEmpty();
        if (signature != null && !signature.isEmpty()) {
            signed.add(new Block.Thinking(text.toString(), signature));
            text.setLength(0);
        }
    }
}
