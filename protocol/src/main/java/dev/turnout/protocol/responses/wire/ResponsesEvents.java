package dev.turnout.protocol.responses.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The events of a Responses stream: whose names and types are the same. */
public final class ResponsesEvents {

    private ResponsesEvents() {}

    /**
     * A comment, which every reader of server-sent events passes over. The {@code keepalive} event
     * of OpenAI's own is not known to clients of former years.
     */
    public static byte[] ping() {
        return ": ping\n\n".getBytes(UTF_8);
    }

    /** Whether an event of this name has to be read to know its type. */
    public static boolean isUnnamed(String name) {
        return name.isEmpty() || name.equals("message");
    }

    /**
     * Whether an event of this type says that the answer is under way, and nothing more: servers
     * send them before they know whether they can answer.
     */
    public static boolean isPreface(String type) {
        return switch (type) {
            case "response.created",
                    "response.queued",
                    "response.in_progress",
                    "keepalive",
                    "ping" ->
                    true;
            default -> false;
        };
    }
}
