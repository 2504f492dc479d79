package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import java.util.Set;

/**
 * A Gemini request while it is written.
 *
 * @param model that it is for
 * @param dropped what has no place in it, by name
 */
record GeminiDraft(JsonWriter out, Upstream upstream, GeminiModel model, Set<String> dropped) {

    void drop(String name) {
        dropped.add(name);
    }
}
