package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes replies in Anthropic's format, field and event order as the vendor has them. */
public final class AnthropicWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MESSAGE_ID = "msg_01FakeProviderAnswer0001";

    private AnthropicWire() {}

    /** The answer of a request without {@code stream}. */
    public static byte[] message(Reply reply) {
        var message = shell(reply);
        var content = message.putArray("content");
        reply.blocks().forEach(block -> content.add(whole(block)));
        message.put("stop_reason", reply.stopReason());
        message.putNull("stop_sequence");
        message.set("usage", usage(reply.usage(), reply.usage().output()));
        return bytes(message);
    }

    /** The events of a stream, one element each with its blank line. */
    public static List<byte[]> events(Reply reply) {
        var events = new ArrayList<byte[]>();
        var message = shell(reply);
        message.putArray("content");
        message.putNull("stop_reason");
        message.putNull("stop_sequence");
        message.set("usage", usage(reply.usage(), 1));
        events.add(event(typed("message_start").set("message", message)));
        for (int index = 0; index < reply.blocks().size(); index++) {
            var block = reply.blocks().get(index);
            events.add(
                    event(
                            indexed("content_block_start", index)
                                    .set("content_block", shell(block))));
            if (index == 0) {
                events.add(event(typed("ping")));
            }
            for (var delta : deltas(block)) {
                events.add(event(indexed("content_block_delta", index).set("delta", delta)));
            }
            events.add(event(indexed("content_block_stop", index)));
        }
        var end = typed("message_delta");
        end.putObject("delta").put("stop_reason", reply.stopReason()).putNull("stop_sequence");
        end.set("usage", usage(reply.usage(), reply.usage().output()));
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

    private static ObjectNode usage(Reply.Usage usage, int output) {
        return JSON.objectNode()
                .put("input_tokens", usage.input())
                .put("cache_creation_input_tokens", usage.cacheCreation())
                .put("cache_read_input_tokens", usage.cacheRead())
                .put("output_tokens", output)
                .put("service_tier", "standard");
    }

    private static ObjectNode whole(Block block) {
        return switch (block) {
            case Block.Text text -> typed("text").put("text", String.join("", text.deltas()));
            case Block.Thinking thinking ->
                    typed("thinking")
                            .put("thinking", String.join("", thinking.deltas()))
                            .put("signature", thinking.signature());
            case Block.ToolUse tool -> {
                var json = String.join("", tool.deltas());
                yield shell(tool).set("input", Json.tree(json.isEmpty() ? "{}" : json));
            }
        };
    }

    private static ObjectNode shell(Block block) {
        return switch (block) {
            case Block.Text text -> typed("text").put("text", "");
            case Block.Thinking thinking ->
                    typed("thinking").put("thinking", "").put("signature", "");
            case Block.ToolUse tool -> {
                var node = typed("tool_use").put("id", tool.id()).put("name", tool.name());
                node.putObject("input");
                yield node;
            }
        };
    }

    private static List<ObjectNode> deltas(Block block) {
        return switch (block) {
            case Block.Text text ->
                    text.deltas().stream().map(d -> typed("text_delta").put("text", d)).toList();
            case Block.Thinking thinking -> {
                var deltas = new ArrayList<ObjectNode>();
                thinking.deltas()
                        .forEach(d -> deltas.add(typed("thinking_delta").put("thinking", d)));
                deltas.add(typed("signature_delta").put("signature", thinking.signature()));
                yield deltas;
            }
            case Block.ToolUse tool ->
                    tool.deltas().stream()
                            .map(d -> typed("input_json_delta").put("partial_json", d))
                            .toList();
        };
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
