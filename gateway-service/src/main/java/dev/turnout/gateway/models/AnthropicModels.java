package dev.turnout.gateway.models;

import dev.turnout.protocol.json.JsonWriter;
import java.util.Comparator;
import java.util.List;

/**
 * Models as Anthropic's API lists them ({@code GET /v1/models}), with the envelopes of both its
 * versions, 2023-06-01 and 2026-10-21.
 */
public final class AnthropicModels {

    private AnthropicModels() {}

    /** One page of them, in the order of their ids. */
    public static byte[] list(List<ListedModel> models, Page page) {
        var ids = Comparator.comparing(ListedModel::anthropicId);
        var cut = page.of(models.stream().sorted(ids).toList(), ListedModel::anthropicId);
        var json = new JsonWriter().startObject().name("data").startArray();
        cut.items().forEach(model -> write(model, json));
        json.endArray().field("has_more", cut.more());
        if (cut.items().isEmpty()) {
            json.name("first_id").nothing().name("last_id").nothing();
        } else {
            json.field("first_id", cut.items().getFirst().anthropicId())
                    .field("last_id", cut.items().getLast().anthropicId());
        }
        return json.name("next_page").nothing().endObject().bytes();
    }

    public static byte[] one(ListedModel model) {
        var json = new JsonWriter();
        write(model, json);
        return json.bytes();
    }

    /** The API's own documentation gives the epoch to a model of unknown age. */
    private static void write(ListedModel model, JsonWriter json) {
        json.startObject()
                .field("type", "model")
                .field("id", model.anthropicId())
                .field("display_name", model.displayName())
                .field("created_at", "1970-01-01T00:00:00Z")
                .endObject();
    }
}
