package dev.turnout.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A stream as a client reads it: whole events without the pings. */
public record EventStream(List<String> events) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public EventStream {
        events = List.copyOf(events);
    }

    public static EventStream of(String text) {
        return new EventStream(
                Arrays.stream(text.split("(?<=\n\n)"))
                        .filter(event -> !event.startsWith("event: ping\n"))
                        .toList());
    }

    /** What the text blocks say. */
    public String prose() {
        return events.stream()
                .filter(event -> event.startsWith("event: content_block_delta\n"))
                .map(event -> data(event).at("/delta/text").asText())
                .collect(Collectors.joining());
    }

    /** The name of the last event. */
    public String lastName() {
        var last = events.getLast();
        return last.substring("event: ".length(), last.indexOf('\n'));
    }

    /** The data of the last event. */
    public JsonNode lastData() {
        return data(events.getLast());
    }

    private static JsonNode data(String event) {
        var data = event.substring(event.indexOf("\ndata: ") + "\ndata: ".length());
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + event, e);
        }
    }
}
