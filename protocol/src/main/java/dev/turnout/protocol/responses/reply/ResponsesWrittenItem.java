package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonWriter;
import java.util.List;

/** An item of the output as it stands for the client, when all of it is there. */
sealed interface ResponsesWrittenItem {

    String IN_PROGRESS = "in_progress";

    /**
     * A message of one part.
     *
     * @param refusal whether it says why the model refused; a text else
     */
    record Message(String id, String text, boolean refusal) implements ResponsesWrittenItem {

        /** Writes its part, with as much of the text as there is. */
        void part(JsonWriter json, String part) {
            if (refusal) {
                json.startObject().field("type", "refusal").field("refusal", part).endObject();
                return;
            }
            json.startObject().field("type", "output_text").field("text", part);
            json.name("annotations").startArray().endArray();
            json.name("logprobs").startArray().endArray().endObject();
        }
    }

    /**
     * @param text of the summary, which is one part, so that it comes back as it was; empty for
     *     none
     * @param encrypted what vouches for it, or stands in its place; empty for none
     */
    record Reasoning(String id, String text, String encrypted) implements ResponsesWrittenItem {}

    /**
     * @param origin how the client calls the tool
     * @param input of the tool: arguments as JSON text, or the text that a custom tool takes
     */
    record Call(String id, String callId, ToolOrigin origin, String input)
            implements ResponsesWrittenItem {

        private static final String FUNCTION = "function_call";
        private static final String CUSTOM = "custom_tool_call";

        String type() {
            return origin.freeform() ? CUSTOM : FUNCTION;
        }

        /** The field that its input stands in. */
        String field() {
            return origin.freeform() ? "input" : "arguments";
        }
    }

    /**
     * @param hits that it has found; none while it is under way
     */
    record Search(String id, String query, List<Hit> hits) implements ResponsesWrittenItem {
        public Search {
            hits = List.copyOf(hits);
        }

        Search with(List<Hit> found) {
            return new Search(id, query, found);
        }
    }

    /** Of the item; it is the same from its beginning to its end. */
    String id();

    /** Writes all of it. */
    default void write(JsonWriter json, String status) {
        json.startObject().field("id", id());
        switch (this) {
            case Message message -> {
                json.field("type", "message").field("status", status).field("role", "assistant");
                message.part(json.name("content").startArray(), message.text());
                json.endArray();
            }
            case Reasoning reasoning -> {
                json.field("type", "reasoning").name("summary").startArray();
                if (!reasoning.text().isEmpty()) {
                    summary(json, reasoning.text());
                }
                json.endArray().name("encrypted_content");
                orNull(json, reasoning.encrypted());
            }
            case Call call -> {
                json.field("type", call.type()).field("status", status);
                json.field("call_id", call.callId()).field("name", call.origin().name());
                var namespace = call.origin().namespace();
                if (namespace != null) {
                    json.field("namespace", namespace);
                }
                json.field(call.field(), call.input());
            }
            case Search search -> {
                json.field("type", "web_search_call").field("status", status);
                search(json.name("action").startObject(), search);
                json.endObject();
            }
        }
        json.endObject();
    }

    /** Writes it as it stands at its beginning, when nothing of it has been said. */
    default void writeBegun(JsonWriter json) {
        switch (this) {
            case Message(var id, _, _) ->
                    json.startObject()
                            .field("id", id)
                            .field("type", "message")
                            .field("status", IN_PROGRESS)
                            .field("role", "assistant")
                            .name("content")
                            .startArray()
                            .endArray()
                            .endObject();
            case Reasoning(var id, _, _) -> new Reasoning(id, "", "").write(json, IN_PROGRESS);
            case Call(var id, var callId, var origin, _) ->
                    new Call(id, callId, origin, "").write(json, IN_PROGRESS);
            case Search search -> search.write(json, IN_PROGRESS);
        }
    }

    /** A part of what reasoning tells of itself. */
    static void summary(JsonWriter json, String text) {
        json.startObject().field("type", "summary_text").field("text", text).endObject();
    }

    private static void search(JsonWriter json, Search search) {
        json.field("type", "search").field("query", search.query());
        json.name("queries").startArray().string(search.query()).endArray();
        json.name("sources").startArray();
        for (var hit : search.hits()) {
            json.startObject().field("type", "url").field("url", hit.url()).endObject();
        }
        json.endArray();
    }

    private static void orNull(JsonWriter json, String text) {
        if (text.isEmpty()) {
            json.nothing();
        } else {
            json.string(text);
        }
    }
}
