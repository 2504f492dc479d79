package dev.turnout.fakeprovider.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a whole event stream as the WHATWG standard says: a BOM, three kinds of line end, comments,
 * data of several lines.
 *
 * @param events those that a blank line ended
 * @param unfinished whether something follows the last blank line: a client never sees it
 */
record SseText(List<SseEvent> events, boolean unfinished) {

    static SseText of(String text) {
        var events = new ArrayList<SseEvent>();
        var name = "";
        var data = new ArrayList<String>();
        boolean fields = false;
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            boolean ended = i < lines.length - 1;
            if (line.isEmpty() && ended) {
                if (!data.isEmpty()) {
                    events.add(new SseEvent(name, String.join("\n", data)));
                }
                name = "";
                data.clear();
                fields = false;
            } else if (!line.isEmpty() && !line.startsWith(":")) {
                fields = true;
                int colon = line.indexOf(':');
                var field = colon < 0 ? line : line.substring(0, colon);
                var value = colon < 0 ? "" : line.substring(colon + 1);
                value = value.startsWith(" ") ? value.substring(1) : value;
                switch (field) {
                    case "event" -> name = value;
                    case "data" -> data.add(value);
                    default -> {
                        // id, retry and unknown fields mean nothing to clients of this API.
                    }
                }
            }
        }
        return new SseText(List.copyOf(events), fields);
    }
}
