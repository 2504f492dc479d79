package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.ToolIds;
import dev.turnout.protocol.translate.Upstream;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids of calls as a server takes them, told in the order of the conversation: the same in each
 * turn, since what stands before never changes.
 */
final class ChatCallIds {

    /** Characters that OpenAI takes. */
    private static final int MAX_LENGTH = 40;

    /** A call as the server knows it. */
    record Told(String id, String name) {}

    private final Upstream upstream;

    /** By the client's ids; of two calls with one id, the later. */
    private final Map<String, Told> calls = new HashMap<>();

    private int count;

    ChatCallIds(Upstream upstream) {
        this.upstream = upstream;
    }

    /** The server's id of the next call. */
    String ofCall(String id, String name) {
        var told = new Told(made(id, name), name);
        calls.put(id, told);
        count++;
        return told.id();
    }

    /** The call that a result answers; it has been told before. */
    Told ofResult(String id) {
        return calls.getOrDefault(id, new Told(id, ""));
    }

    private String made(String id, String name) {
        if (upstream.has(Quirk.FUNCTION_INDEX_IDS)) {
            return "functions." + name + ":" + count;
        }
        return upstream.has(Quirk.NINE_CHARACTER_IDS)
                ? ToolIds.nine(id)
                : ToolIds.atMost(MAX_LENGTH, id);
    }
}
