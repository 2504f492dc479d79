package dev.turnout.protocol.chat.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An element of {@code reasoning_details}, to be sent back as it came. */
final class ChatReplyDetail {

    private final long index;
    private final String text;

    /** JSON by name, in order. */
    private final Map<String, StringBuilder> fields;

    private ChatReplyDetail(long index, String text, Map<String, StringBuilder> fields) {
        this.index = index;
        this.text = text;
        this.fields = fields;
    }

    /**
     * Reads the object on which the scan stands.
     *
     * @param place in its array, for an element that has no index
     */
    static ChatReplyDetail read(JsonScan scan, byte[] json, int place) {
        long index = place;
        var text = "";
        var fields = new LinkedHashMap<String, StringBuilder>();
        scan.enterObject();
        while (scan.nextField()) {
            var name = scan.name();
            if (name.equals("index")) {
                index = scan.longOr(place);
            } else if (isGrowing(name)) {
                text += scan.string();
            }
            var span = scan.span();
            fields.put(
                    name, new StringBuilder(new String(json, span.offset(), span.length(), UTF_8)));
        }
        return new ChatReplyDetail(index, text, fields);
    }

    /** What it says to the reader, later pieces apart. */
    String text() {
        return text;
    }

    /** Whether the other is a later piece of this one. What is encrypted comes whole. */
    boolean goesOnWith(ChatReplyDetail later) {
        return index == later.index
                && !fields.containsKey("data")
                && !later.fields.containsKey("data")
                && type().equals(later.type());
    }

    /**
     * Adds a later piece.
     *
     * @param cumulative whether texts may repeat what came before
     */
    void add(ChatReplyDetail later, boolean cumulative) {
        later.fields.forEach(
                (name, piece) -> {
                    var former = fields.get(name);
                    if (former != null && isGrowing(name) && areTexts(former, piece)) {
                        grow(former, piece, cumulative);
                    } else if (!piece.toString().equals("null")) {
                        fields.put(name, piece);
                    }
                });
    }

    String json() {
        return fields.entrySet().stream()
                .map(field -> JsonText.quote(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String type() {
        return String.valueOf(fields.get("type"));
    }

    private static boolean isGrowing(String name) {
        return name.equals("text") || name.equals("summary");
    }

    private static boolean areTexts(StringBuilder former, StringBuilder piece) {
        return former.charAt(0) == '"' && piece.charAt(0) == '"';
    }

    /** Makes one JSON string of two. */
    private static void grow(StringBuilder former, StringBuilder piece, boolean cumulative) {
        int end = former.length() - 1;
        boolean repeats = cumulative && piece.indexOf(former.substring(0, end)) == 0;
        former.setLength(end);
        former.append(piece, repeats ? end : 1, piece.length());
    }
}
