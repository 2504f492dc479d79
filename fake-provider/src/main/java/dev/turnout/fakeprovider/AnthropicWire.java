package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** Writes replies in Anthropic's format, field and event order as the vendor has them. */
public final class AnthropicWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MESSAGE_ID = "msg_01FakeProviderAnswer0001";
    private static final String SEARCH_ID = "srvtoolu_01FakeProviderSearch0001";

    private AnthropicWire() {}

    /** The answer of a request without {@code stream}. */
    public static byte[] message(Reply reply) {
        var message = shell(reply);
        var content = message.putArray("content");
        contents(reply).forEach(block -> content.add(block.whole().get()));
        message.put("stop_reason", reply.stopReason());
        message.putNull("stop_sequence");
        message.set("usage", usage(reply, reply.usage().output()));
        return bytes(message);
    }

    /** The events of a stream, one element each with its blank line. */
    public static List<byte[]> events(Reply reply) {
        var events = new ArrayList<byte[]>();
        var message = shell(reply);
        message.putArray("content");
        message.putNull("stop_reason");
        message.putNull("stop_sequence");
        message.set("usage", usage(reply, 1));
        events.add(event(typed("message_start").set("message", message)));
        var contents = contents(reply);
        for (int index = 0; index < contents.size(); index++) {
            var block = contents.get(index);
            events.add(
                    event(
                            indexed("content_block_start", index)
                                    .set("content_block", block.shell())));
            if (index == 0) {
                events.add(event(typed("ping")));
            }
            for (var delta : block.deltas()) {
                events.add(event(indexed("content_block_delta", index).set("delta", delta)));
            }
            events.add(event(indexed("content_block_stop", index)));
        }
        var end = typed("message_delta");
        end.putObject("delta").put("stop_reason", reply.stopReason()).putNull("stop_sequence");
        end.set("usage", usage(reply, reply.usage().output()));
        events.add(event(end));
        events.add(event(typed("message_stop")));
        return List.copyOf(events);
    }

    /** An error in the shape of a body. */
    public static byte[] error(String type, String message) {
        return bytes(errorNode(type, message));
    }

    /** An error in the shape of an event. */
    public static byte[] errorEvent(String type, String message) {
        return event(errorNode(type, message));
    }

    private static ObjectNode errorNode(String type, String message) {
        var node = typed("error");
        node.putObject("error").put("type", type).put("message", message);
        return node;
    }

    private static ObjectNode shell(Reply reply) {
        return JSON.objectNode()
                .put("id", MESSAGE_ID)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", reply.model());
    }

    private static ObjectNode usage(Reply reply, int output) {
        var tokens = reply.usage();
        var usage =
                JSON.objectNode()
                        .put("input_tokens", tokens.input())
                        .put("cache_creation_input_tokens", tokens.cacheCreation())
                        .put("cache_read_input_tokens", tokens.cacheRead())
                        .put("output_tokens", output)
                        .put("service_tier", "standard");
        long searches = reply.blocks().stream().filter(Block.WebSearch.class::isInstance).count();
        if (searches > 0) {
            usage.putObject("server_tool_use").put("web_search_requests", searches);
        }
        return usage;
    }

    private static List<Content> contents(Reply reply) {
        return reply.blocks().stream().flatMap(block -> contents(block).stream()).toList();
    }

    /**
     * A block of content.
     *
     * @param shell as its start shows it
     * @param whole as the document of a whole answer has it; a stream may bear what that cannot
     */
    private record Content(ObjectNode shell, List<ObjectNode> deltas, Supplier<ObjectNode> whole) {}

    private static List<Content> contents(Block block) {
        return switch (block) {
            case Block.Text text ->
                    List.of(
                            new Content(
                                    typed("text").put("text", ""),
                                    deltas("text_delta", "text", text.deltas()),
                                    () -> typed("text").put("text", text.text())));
            case Block.Thinking thinking -> {
                var deltas =
                        new ArrayList<>(deltas("thinking_delta", "thinking", thinking.deltas()));
                deltas.add(typed("signature_delta").put("signature", thinking.signature()));
                yield List.of(
                        new Content(
                                typed("thinking").put("thinking", "").put("signature", ""),
                                deltas,
                                () ->
                                        typed("thinking")
                                                .put("thinking", thinking.text())
                                                .put("signature", thinking.signature())));
            }
            case Block.ToolUse tool ->
                    List.of(call("tool_use", tool.id(), tool.name(), tool.deltas()));
            case Block.WebSearch search -> {
                var query = JSON.objectNode().put("query", search.query()).toString();
                var result = typed("web_search_tool_result").put("tool_use_id", SEARCH_ID);
                var hits = result.putArray("content");
                search.hits().forEach(hit -> hits.add(result(hit)));
                yield List.of(
                        call("server_tool_use", SEARCH_ID, "web_search", List.of(query)),
                        new Content(result, List.of(), () -> result));
            }
        };
    }

    private static Content call(String type, String id, String name, List<String> input) {
        var shell = typed(type).put("id", id).put("name", name);
        shell.putObject("input");
        return new Content(
                shell,
                deltas("input_json_delta", "partial_json", input),
                () -> {
                    var json = String.join("", input);
                    var whole = shell.deepCopy();
                    return whole.set("input", Json.tree(json.isEmpty() ? "{}" : json));
                });
    }

    private static ObjectNode result(Hit hit) {
        return typed("web_search_result")
                .put("title", hit.title())
                .put("url", hit.url())
                .put("encrypted_content", sealed(hit))
                .putNull("page_age");
    }

    private static String sealed(Hit hit) {
        var text = hit.content().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(text);
    }

    private static List<ObjectNode> deltas(String type, String field, List<String> pieces) {
        return pieces.stream().map(piece -> typed(type).put(field, piece)).toList();
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode indexed(String type, int index) {
        return typed(type).put("index", index);
    }

    private static byte[] event(ObjectNode data) {
        var name = data.get("type").textValue();
        return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
