package dev.turnout.protocol.responses.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.ToolIds;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import java.util.Set;

/**
 * A Responses request while it is written.
 *
 * @param model what is known of it by its name
 * @param dropped what has no place in it, by name
 */
record ResponsesDraft(JsonWriter out, Upstream upstream, GptModel model, Set<String> dropped) {

    /** Characters of a call's id that OpenAI takes. */
    private static final int MAX_ID = 64;

    boolean has(Quirk quirk) {
        return upstream.has(quirk);
    }

    static String callId(String id) {
        return ToolIds.atMost(MAX_ID, id);
    }

    void drop(String name) {
        dropped.add(name);
    }
}
