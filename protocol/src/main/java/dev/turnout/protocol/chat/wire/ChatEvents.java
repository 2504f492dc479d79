package dev.turnout.protocol.chat.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The events of a Chat Completions stream that are no chunks: a ping, an error. */
public final class ChatEvents {

    private ChatEvents() {}

    /** A comment, which every reader of server-sent events passes over. */
    public static byte[] ping() {
        return ": ping\n\n".getBytes(UTF_8);
    }

    /** A whole event, of one line of JSON. This dialect's events have no names. */
    static byte[] event(String json) {
        return ("data: " + json + "\n\n").getBytes(UTF_8);
    }
}
