package dev.turnout.gateway.models;

import dev.turnout.protocol.json.JsonWriter;
import java.util.List;

/** Models as OpenAI's API lists them ({@code GET /v1/models}): all at once. */
public final class OpenAiModels {

    private OpenAiModels() {}

    public static byte[] list(List<ListedModel> models) {
        var json = new JsonWriter().startObject().field("object", "list").name("data").startArray();
        models.forEach(model -> write(model, json));
        return json.endArray().endObject().bytes();
    }

    public static byte[] one(ListedModel model) {
        var json = new JsonWriter();
        write(model, json);
        return json.bytes();
    }

    /** {@code created} is 0: nobody knows when. */
    private static void write(ListedModel model, JsonWriter json) {
        json.startObject()
                .field("id", model.name())
                .field("object", "model")
                .field("created", 0)
                .field("owned_by", model.target().provider())
                .endObject();
    }
}
