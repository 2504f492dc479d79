package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.ToolIds;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import java.util.Set;

/**
 * A Chat Completions request while it is written.
 *
 * @param dropped what has no place in it, by name
 */
record ChatDraft(JsonWriter out, Upstream upstream, Set<String> dropped) {

    /** Characters of a call's id that OpenAI takes. */
    private static final int MAX_ID = 40;

    boolean has(Quirk quirk) {
        return upstream.has(quirk);
    }

    /** The id of a call as this server takes it. */
    String toolId(String id) {
        return has(Quirk.NINE_CHARACTER_IDS) ? ToolIds.nine(id) : ToolIds.atMost(MAX_ID, id);
    }

    void drop(String name) {
        dropped.add(name);
    }
}
