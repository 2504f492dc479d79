package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import java.util.Set;

/**
 * A Chat Completions request while it is written.
 *
 * @param callIds of the calls that have been written
 * @param dropped what has no place in it, by name
 */
record ChatDraft(JsonWriter out, Upstream upstream, ChatCallIds callIds, Set<String> dropped) {

    boolean has(Quirk quirk) {
        return upstream.has(quirk);
    }

    void drop(String name) {
        dropped.add(name);
    }
}
