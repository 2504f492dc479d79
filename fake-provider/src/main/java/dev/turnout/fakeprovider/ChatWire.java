package dev.turnout.fakeprovider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes replies in the format of OpenAI's chat completions, field and chunk order as the vendor
 * has them; reasoning stands in {@code reasoning_content}, as DeepSeek and others have it.
 */
public final class ChatWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "chatcmpl-FakeProviderAnswer0001";
    private static final long CREATED = 1_767_225_600; // 2026-01-01
    private static final String DONE = "[DONE]";

    private ChatWire() {}

    /** The answer of a request without {@code stream}. */
    public static byte[] message(Reply reply) {
        var completion = shell(reply, "chat.completion");
        var choice = completion.putArray("choices").addObject();
        choice.put("index", 0);
        choice.set("message", whole(reply));
        choice.putNull("logprobs").put("finish_reason", finishReason(reply.stopReason()));
        completion.set("usage", usage(reply));
        return bytes(completion);
    }

    /**
     * The chunks of a stream, one element each with its blank line, {@code [DONE]} among them.
     *
     * @param withUsage whether {@code stream_options.include_usage} was asked for
     */
    public static List<byte[]> events(Reply reply, boolean withUsage) {
        var chunks = new ArrayList<ObjectNode>();
        var first = JSON.objectNode().put("role", "assistant").put("content", "");
        chunks.add(chunk(reply, first.putNull("refusal")));
        int calls = 0;
        for (var block : reply.blocks()) {
            for (var delta : deltas(block, calls)) {
                chunks.add(chunk(reply, delta));
            }
            calls += block instanceof Block.ToolUse ? 1 : 0;
        }
        var last = chunk(reply, JSON.objectNode());
        last.withObject("/choices/0").put("finish_reason", finishReason(reply.stopReason()));
        chunks.add(last);
        if (withUsage) {
            chunks.forEach(chunk -> chunk.putNull("usage"));
            var usage = shell(reply, "chat.completion.chunk");
            usage.putArray("choices");
            chunks.add(usage.set("usage", usage(reply)));
        }
        var events = new ArrayList<byte[]>();
        chunks.forEach(chunk -> events.add(event(chunk.toString())));
        events.add(event(DONE));
        return List.copyOf(events);
    }

    /**
     * An error in the shape of a body.
     *
     * @param word as for {@link Answer.Status#type}
     */
    public static byte[] error(String word, String message) {
        return error(ChatErrors.of(word), message);
    }

    /** An error in the shape of the last line of a stream, behind which no {@code [DONE]} comes. */
    public static byte[] errorEvent(String word, String message) {
        return event(errorNode(ChatErrors.of(word), message).toString());
    }

    static byte[] error(ChatErrors.Kind kind, String message) {
        return bytes(errorNode(kind, message));
    }

    private static ObjectNode errorNode(ChatErrors.Kind kind, String message) {
        var node = JSON.objectNode();
        node.putObject("error")
                .put("message", message)
                .put("type", kind.type())
                .put("param", kind.param())
                .put("code", kind.code());
        return node;
    }

    private static ObjectNode shell(Reply reply, String object) {
        return JSON.objectNode()
                .put("id", ID)
                .put("object", object)
                .put("created", CREATED)
                .put("model", reply.model())
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_fake");
    }

    private static ObjectNode chunk(Reply reply, ObjectNode delta) {
        var chunk = shell(reply, "chat.completion.chunk");
        var choice = chunk.putArray("choices").addObject();
        choice.put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").putNull("finish_reason");
        return chunk;
    }

    private static ObjectNode whole(Reply reply) {
        var text = new StringBuilder();
        var reasoning = new StringBuilder();
        var calls = JSON.arrayNode();
        var citations = JSON.arrayNode();
        for (var block : reply.blocks()) {
            switch (block) {
                case Block.Text prose -> prose.deltas().forEach(text::append);
                case Block.Thinking thinking -> thinking.deltas().forEach(reasoning::append);
                case Block.ToolUse tool -> calls.add(call(tool, tool.input()));
                case Block.WebSearch search ->
                        search.hits().forEach(h -> citations.add(citation(h)));
            }
        }
        var message = JSON.objectNode().put("role", "assistant");
        message.put("content", text.isEmpty() ? null : text.toString());
        if (!reasoning.isEmpty()) {
            message.put("reasoning_content", reasoning.toString());
        }
        if (!calls.isEmpty()) {
            message.set("tool_calls", calls);
        }
        message.putNull("refusal").set("annotations", citations);
        return message;
    }

    private static List<ObjectNode> deltas(Block block, int index) {
        return switch (block) {
            case Block.Text text ->
                    text.deltas().stream().map(d -> JSON.objectNode().put("content", d)).toList();
            case Block.Thinking thinking ->
                    thinking.deltas().stream()
                            .map(d -> JSON.objectNode().put("reasoning_content", d))
                            .toList();
            case Block.ToolUse tool -> {
                var deltas = new ArrayList<ObjectNode>();
                deltas.add(callDelta(index, call(tool, "")));
                for (var fragment : tool.fragments()) {
                    var more = JSON.objectNode();
                    more.putObject("function").put("arguments", fragment);
                    deltas.add(callDelta(index, more));
                }
                yield deltas;
            }
            case Block.WebSearch search -> {
                var delta = JSON.objectNode();
                var citations = delta.putArray("annotations");
                search.hits().forEach(hit -> citations.add(citation(hit)));
                yield List.of(delta);
            }
        };
    }

    /** What the vendor's searching models add to a message; here it cites the beginning. */
    private static ObjectNode citation(Hit hit) {
        var citation = JSON.objectNode().put("type", "url_citation");
        citation.putObject("url_citation")
                .put("start_index", 0)
                .put("end_index", 0)
                .put("title", hit.title())
                .put("url", hit.url());
        return citation;
    }

    private static ObjectNode callDelta(int index, ObjectNode call) {
        var delta = JSON.objectNode();
        delta.putArray("tool_calls").addObject().put("index", index).setAll(call);
        return delta;
    }

    private static ObjectNode call(Block.ToolUse tool, String arguments) {
        var call = JSON.objectNode().put("id", tool.id()).put("type", "function");
        call.putObject("function").put("name", tool.name()).put("arguments", arguments);
        return call;
    }

    private static ObjectNode usage(Reply reply) {
        var tokens = reply.usage();
        int prompt = tokens.prompt();
        var usage =
                JSON.objectNode()
                        .put("prompt_tokens", prompt)
                        .put("completion_tokens", tokens.output())
                        .put("total_tokens", prompt + tokens.output());
        usage.putObject("prompt_tokens_details")
                .put("cached_tokens", tokens.cacheRead())
                .put("cache_write_tokens", tokens.cacheCreation())
                .put("audio_tokens", 0);
        usage.putObject("completion_tokens_details")
                .put("reasoning_tokens", reply.reasoningTokens())
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return usage;
    }

    /** A word that is not Anthropic's stays, so that a script can use any that vendors have. */
    private static String finishReason(String stopReason) {
        return switch (stopReason) {
            case "end_turn", "stop_sequence", "pause_turn" -> "stop";
            case "max_tokens", "model_context_window_exceeded" -> "length";
            case "tool_use" -> "tool_calls";
            case "refusal" -> "content_filter";
            default -> stopReason;
        };
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
