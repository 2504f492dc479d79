package dev.turnout.protocol.responses.wire;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a response that are the same in all that we write. The SDKs' types want them; what
 * the request said is not repeated.
 */
public final class ResponsesObject {

    private ResponsesObject() {}

    /**
     * Begins a response, up to the value of its {@code output}.
     *
     * @param created in seconds since 1970
     * @param status {@code in_progress}, or how it ended
     * @param incomplete why it is incomplete, in OpenAI's word; null if it is not
     * @param failure with which it failed; null if it did not
     */
    public static JsonWriter begin(
            JsonWriter json,
            String id,
            long created,
            String model,
            String status,
            @Nullable String incomplete,
            @Nullable Problem failure) {
        json.startObject()
                .field("id", id)
                .field("object", "response")
                .field("created_at", created)
                .field("status", status)
                .name("error");
        if (failure == null) {
            json.nothing();
        } else {
            ResponsesErrors.error(json, failure);
        }
        json.name("incomplete_details");
        if (incomplete == null) {
            json.nothing();
        } else {
            json.startObject().field("reason", incomplete).endObject();
        }
        json.name("instructions").nothing().name("metadata").startObject().endObject();
        return json.field("model", model)
                .field("parallel_tool_calls", true)
                .field("store", false)
                .name("temperature")
                .nothing()
                .field("tool_choice", "auto")
                .name("tools")
                .startArray()
                .endArray()
                .name("top_p")
                .nothing()
                .name("output");
    }

    /** Writes its {@code usage}: what was cached is a part of the prompt here. */
    public static void usage(JsonWriter json, Usage usage) {
        json.startObject().field("input_tokens", usage.prompt());
        json.name("input_tokens_details")
                .startObject()
                .field("cached_tokens", usage.cacheRead())
                .field("cache_write_tokens", usage.cacheWrite())
                .endObject();
        json.field("output_tokens", usage.output());
        json.name("output_tokens_details")
                .startObject()
                .field("reasoning_tokens", usage.thinking())
                .endObject();
        json.field("total_tokens", usage.prompt() + usage.output()).endObject();
    }
}
