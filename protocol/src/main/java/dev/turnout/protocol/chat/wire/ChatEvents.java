package dev.turnout.protocol.chat.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.sse.SseEvent;
import java.util.Arrays;

/** The events of a Chat Completions stream that are no chunks: a ping, an error, the end. */
public final class ChatEvents {

    /**
     * Bytes of one event's data that are kept: some servers send the whole arguments of a call in
     * one.
     */
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final byte[] DONE = "[DONE]".getBytes(UTF_8);

    private ChatEvents() {}

    /** Whether this is the end that OpenAI's streams have; blanks around it mean nothing. */
    public static boolean isDone(SseEvent event) {
        var bytes = event.bytes();
        int from = event.offset();
        int to = from + event.length();
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        return Arrays.equals(bytes, from, to, DONE, 0, DONE.length);
    }

    /** A comment, which every reader of server-sent events passes over. */
    public static byte[] ping() {
        return ": ping\n\n".getBytes(UTF_8);
    }

    /** A whole event, of one line of JSON. This dialect's events have no names. */
    static byte[] event(String json) {
        return ("data: " + json + "\n\n").getBytes(UTF_8);
    }
}
