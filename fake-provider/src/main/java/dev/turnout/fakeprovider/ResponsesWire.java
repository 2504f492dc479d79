package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes replies in the format of OpenAI's Responses, field and event order as the vendor has them
 * ([openai SDK 6.49] responses.d.ts). Summaries of reasoning come where they are asked for.
 */
public final class ResponsesWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long CREATED = 1_767_225_600; // 2026-01-01

    /** What a response says of its request; where the request says nothing of it, this. */
    private static final JsonNode SETTINGS =
            Json.tree(
                    """
                    {"background":false,"instructions":null,"max_output_tokens":null,
                     "max_tool_calls":null,"metadata":{},"parallel_tool_calls":true,
                     "previous_response_id":null,"prompt_cache_key":null,
                     "reasoning":{"effort":null,"summary":null},"safety_identifier":null,
                     "store":true,"temperature":1.0,
                     "text":{"format":{"type":"text"},"verbosity":"medium"},
                     "tool_choice":"auto","tools":[],"top_logprobs":0,"top_p":1.0,
                     "truncation":"disabled","user":null}""");

    private ResponsesWire() {}

    /**
     * The answer of a request without {@code stream}.
     *
     * @param request its body, of which the answer repeats the settings; a missing node for none
     */
    public static byte[] message(Reply reply, JsonNode request) {
        return bytes(ended(reply, request, ResponsesOutput.of(reply, request)));
    }

    /**
     * The events of a stream, one element each with its blank line.
     *
     * @param request as for {@link #message}
     */
    public static List<byte[]> events(Reply reply, JsonNode request) {
        var events = new ResponsesEvents();
        var begun = response(reply, request, "in_progress");
        events.next("response.created").set("response", begun);
        events.next("response.in_progress").set("response", begun);
        var items = ResponsesOutput.of(reply, request);
        for (int index = 0; index < items.size(); index++) {
            events.item(items.get(index), index);
        }
        var end = ResponsesEnd.of(reply);
        events.next("response." + end.status()).set("response", ended(reply, request, items));
        return events.all().stream().map(ResponsesWire::event).toList();
    }

    /**
     * An error in the shape of a body.
     *
     * @param word as for {@link Answer.Status#type}
     */
    public static byte[] error(String word, String message) {
        return ChatWire.error(ResponsesErrors.of(word), message);
    }

    /** An error in the shape of the first and only event of a stream. */
    public static byte[] errorEvent(String word, String message) {
        var events = new ResponsesEvents();
        events.next("error")
                .put("code", ResponsesErrors.code(word))
                .put("message", message)
                .put("param", ResponsesErrors.of(word).param());
        return event(events.all().getFirst());
    }

    /** How many tokens an input has, as its endpoint says. */
    static byte[] inputTokens(int tokens) {
        return bytes(
                JSON.objectNode()
                        .put("object", "response.input_tokens")
                        .put("input_tokens", tokens));
    }

    private static ObjectNode ended(
            Reply reply, JsonNode request, List<ResponsesOutput.Item> items) {
        var end = ResponsesEnd.of(reply);
        var response = response(reply, request, end.status());
        items.forEach(item -> response.withArray("output").add(item.done()));
        if (end.failure() != null) {
            // A failed response has no usage.
            response.putObject("error")
                    .put("code", end.failure())
                    .put("message", "scripted: " + end.failure());
            return response;
        }
        if (end.reason() != null) {
            response.putObject("incomplete_details").put("reason", end.reason());
        } else {
            response.put("completed_at", CREATED + 1);
        }
        return response.set("usage", usage(reply));
    }

    private static ObjectNode response(Reply reply, JsonNode request, String status) {
        var response =
                JSON.objectNode()
                        .put("id", ResponsesOutput.id("resp", request, 0))
                        .put("object", "response")
                        .put("created_at", CREATED)
                        .put("status", status)
                        .putNull("completed_at")
                        .putNull("error")
                        .putNull("incomplete_details")
                        .put("model", reply.model())
                        .put("service_tier", "default");
        response.putArray("output");
        for (var usual : SETTINGS.properties()) {
            var asked = request.path(usual.getKey());
            boolean said = !asked.isMissingNode() && !asked.isNull();
            response.set(usual.getKey(), said ? asked : usual.getValue());
        }
        return response.putNull("usage");
    }

    private static ObjectNode usage(Reply reply) {
        var tokens = reply.usage();
        var usage = JSON.objectNode().put("input_tokens", tokens.prompt());
        usage.putObject("input_tokens_details")
                .put("cached_tokens", tokens.cacheRead())
                .put("cache_write_tokens", tokens.cacheCreation());
        usage.put("output_tokens", tokens.output());
        usage.putObject("output_tokens_details").put("reasoning_tokens", reply.reasoningTokens());
        return usage.put("total_tokens", tokens.prompt() + tokens.output());
    }

    private static byte[] event(ObjectNode data) {
        var name = data.get("type").textValue();
        return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
