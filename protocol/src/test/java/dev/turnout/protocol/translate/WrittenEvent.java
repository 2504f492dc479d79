package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.turnout.protocol.Seals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as it stands in a stream that we write: one line of data, perhaps a name.
 *
 * @param name empty without one
 * @param data its JSON; {@code [DONE]} as a text
 */
public record WrittenEvent(String name, JsonNode data) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The events of a stream that ends with a whole one. */
    public static List<WrittenEvent> of(byte[] stream) {
        var events = new ArrayList<WrittenEvent>();
        var text = new String(stream, UTF_8);
        assertThat(text.isEmpty() || text.endsWith("\n\n")).isTrue();
        for (var event : text.split("\n\n")) {
            if (!event.isEmpty()) {
                events.add(event(event));
            }
        }
        return events;
    }

    /** JSON as a tree, behind which nothing follows; what was sealed in it can be read. */
    public static JsonNode tree(byte[] json) {
        return tree(new String(json, UTF_8));
    }

    public static boolean isObject(String json) {
        try {
            return read(json).isObject();
        } catch (IOException notJson) {
            return false;
        }
    }

    private static WrittenEvent event(String text) {
        var lines = text.split("\n");
        boolean named = lines[0].startsWith("event: ");
        assertThat(lines).hasSize(named ? 2 : 1);
        var data = lines[lines.length - 1];
        assertThat(data).startsWith("data: ");
        var json = data.substring("data: ".length());
        return new WrittenEvent(
                named ? lines[0].substring("event: ".length()) : "",
                json.equals("[DONE]") ? TextNode.valueOf(json) : tree(json));
    }

    private static JsonNode tree(String json) {
        try {
            return Seals.shown(read(json));
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }
}
