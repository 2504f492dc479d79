package dev.turnout.protocol.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The events that we write ourselves into a Chat Completions stream. */
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
