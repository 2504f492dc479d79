package dev.turnout.protocol.anthropic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The events that we write ourselves into a Messages stream. */
public final class AnthropicEvents {

    private AnthropicEvents() {}

    /** {@code ping}, which clients pass over; allowed anywhere between two events. */
    public static byte[] ping() {
        return event("ping", "{\"type\":\"ping\"}");
    }

    /** A whole event. Clients skip events that have no {@code event} line. */
    static byte[] event(String name, String data) {
        return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(UTF_8);
    }
}
