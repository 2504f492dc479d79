package dev.turnout.acceptance.client;

import dev.turnout.fakeprovider.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client sends to {@code /v1/messages}. The bodies are written as no serializer would: odd
 * spaces, fields that nobody knows, escapes that need not be, so that a body which was read and
 * written again is not the same.
 *
 * @param headers beside the credential and the content type
 */
public record Request(String body, List<Header> headers) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** A request for a stream. */
    public static Request stream(String model) {
        return new Request(body(model, true), List.of());
    }

    /** A request for one JSON document. */
    public static Request whole(String model) {
        return new Request(body(model, false), List.of());
    }

    private static String body(String model, boolean stream) {
        return """
        { "future_field" : {"b":1.50, "a":[ ]},
          "model":"%s" , "max_tokens": 1000,
          "stream":%s,
          "system":[{"type":"text","text":"Gr\\u00fc\\u00df dich \\/ ☀"}],
          "messages":[ {"role":"user", "content":"Zähle bis zwanzig 🚂" } ] }
        """
                .formatted(model, stream);
    }

    /** The same with one more header. */
    public Request with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new Request(body, all);
    }

    /** The same from a sub-agent of that type, for which the configuration can have a route. */
    public Request fromAgent(String type) {
        return with("x-claude-code-agent-id", "agent-" + type.hashCode())
                .with("x-claude-code-agent-type", type);
    }

    /** The same with another body. */
    public Request withBody(String body) {
        return new Request(body, headers);
    }
}
