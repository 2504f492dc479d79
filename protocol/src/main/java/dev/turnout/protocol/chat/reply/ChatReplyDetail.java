package dev.turnout.protocol.chat.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An element of {@code reasoning_details}, to be sent back as it came. */
final class ChatReplyDetail {

    /** Their pieces come one after the other; what is encrypted comes whole. */
    private static final String[] GROWING = {"text", "summary"};

    private final long index;

    /** JSON by name, in order. */
    private final Map<String, String> fields = new LinkedHashMap<>();

    private String text = "";

    private ChatReplyDetail(long index) {
        this.index = index;
    }

    /**
     * Reads the element on which the scan stands.
     *
     * @param place in its array, for an element that has no index
     */
    static ChatReplyDetail read(JsonScan scan, byte[] json, int place) {
        long index = place;
        var read = new LinkedHashMap<String, String>();
        var text = scan.string();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                var name = scan.name();
                switch (name) {
                    case "index" -> index = scan.longOr(place);
                    case "text", "summary" -> text += scan.string();
                    default -> {}
                }
                var span = scan.span();
                read.put(name, new String(json, span.offset(), span.length(), UTF_8));
            }
        }
        var detail = new ChatReplyDetail(index);
        detail.fields.putAll(read);
        detail.text = text;
        return detail;
    }

    /** What it says to the reader. */
    String text() {
        return text;
    }

    /** Whether it may be sent back: an object, not just a text. */
    boolean isObject() {
        return !fields.isEmpty();
    }

    /** Whether the other is a later piece of this one. */
    boolean goesOnWith(ChatReplyDetail later) {
        return index == later.index
                && !fields.containsKey("data")
                && !later.fields.containsKey("data")
                && fields.getOrDefault("type", "").equals(later.fields.getOrDefault("type", ""));
    }

    /**
     * Adds a later piece.
     *
     * @param cumulative whether texts may repeat what came before
     */
    void add(ChatReplyDetail later, boolean cumulative) {
        for (var name : GROWING) {
            later.fields.computeIfPresent(
                    name, (same, piece) -> joined(fields.get(name), piece, cumulative));
        }
        later.fields.forEach(
                (name, json) -> {
                    if (!json.equals("null")) {
                        fields.put(name, json);
                    }
                });
    }

    String json() {
        return fields.entrySet().stream()
                .map(field -> JsonText.quote(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Two JSON strings as one. */
    private static String joined(@Nullable String former, String piece, boolean cumulative) {
        if (former == null || !former.startsWith("\"") || !piece.startsWith("\"")) {
            return piece;
        }
        var begun = former.substring(0, former.length() - 1);
        return cumulative && piece.startsWith(begun) ? piece : begun + piece.substring(1);
    }
}
