package dev.turnout.acceptance.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.fakeprovider.NumberedTokens;
import java.net.http.HttpHeaders;

/** An answer, read to its end. */
@SuppressWarnings("ArrayRecordComponent") // the bytes are what is asked about
public record Answered(int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String text() {
        return new String(body, UTF_8);
    }

    /** The first value of a header; empty without it. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text(), e);
        }
    }

    /** The type of an error in Anthropic's shape; empty where the body has another. */
    public String errorType() {
        var json = json();
        return json.path("type").asText().equals("error")
                        && !json.at("/error/message").asText().isEmpty()
                ? json.at("/error/type").asText()
                : "";
    }

    @Override
    public String toString() {
        var begin = text().substring(0, Math.min(200, text().length()));
        return status + " " + headers.map().keySet() + " " + begin;
    }

    /** How many numbered tokens came, whether as a stream or as one document; -1 for a fault. */
    public int tokens() {
        if (!header("content-type").startsWith("text/event-stream")) {
            return NumberedTokens.count(json().at("/content/0/text").asText("no text"));
        }
        return NumberedTokens.count(EventStream.of(text()).prose());
    }
}
