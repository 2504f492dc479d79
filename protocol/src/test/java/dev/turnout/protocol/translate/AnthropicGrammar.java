package dev.turnout.protocol.translate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of a Messages stream, as clients count on them. */
public final class AnthropicGrammar {

    private static final Map<String, Set<String>> DELTAS =
            Map.of(
                    "text", Set.of("text_delta"),
                    "thinking", Set.of("thinking_delta", "signature_delta"),
                    "redacted_thinking", Set.of(),
                    "tool_use", Set.of("input_json_delta"),
                    "server_tool_use", Set.of("input_json_delta"),
                    "web_search_tool_result", Set.of());

    private final List<String> violations = new ArrayList<>();
    private boolean started;
    private int index;
    private String open = "";
    private final StringBuilder input = new StringBuilder();
    private boolean signed;
    private boolean tool;
    private boolean reason;
    private String last = "";

    private AnthropicGrammar() {}

    /**
     * What is wrong with a stream.
     *
     * @param whole whether it is to have an end
     */
    public static List<String> violations(List<WrittenEvent> stream, boolean whole) {
        var grammar = new AnthropicGrammar();
        for (var event : stream) {
            grammar.check(
                    event.name().equals(event.data().path("type").asText()),
                    "an event without its name");
            grammar.check(grammar.last.isEmpty(), "an event behind the end");
            grammar.next(event.data());
        }
        grammar.check(whole != grammar.last.isEmpty(), "whole without an end, or the reverse");
        return grammar.violations;
    }

    private void next(JsonNode event) {
        var type = event.path("type").asText();
        check(started || type.equals("message_start") || type.equals("error"), "no start");
        switch (type) {
            case "message_start" -> start(event.path("message"));
            case "content_block_start" -> startBlock(event);
            case "content_block_delta" -> delta(event);
            case "content_block_stop" -> stopBlock(event);
            case "message_delta" -> reason(event);
            case "message_stop" -> {
                check(reason, "message_stop before message_delta");
                last = type;
            }
            case "error" -> {
                check(event.at("/error/type").isTextual(), "an error without a type");
                check(event.at("/error/message").isTextual(), "an error without a message");
                last = type;
            }
            default -> violations.add("an event that clients do not know: " + type);
        }
    }

    private void start(JsonNode message) {
        check(!started, "a second start");
        started = true;
        check(!message.path("id").asText().isEmpty(), "no id");
        check(!message.path("model").asText().isEmpty(), "no model");
        check(message.path("type").asText().equals("message"), "no message");
        check(message.path("role").asText().equals("assistant"), "no assistant");
        check(message.path("content").isArray() && message.path("content").isEmpty(), "content");
        usage(message.path("usage"));
    }

    private void startBlock(JsonNode event) {
        check(open.isEmpty(), "a block within a block");
        check(event.path("index").asInt(-1) == index, "a block out of order");
        var block = event.path("content_block");
        open = block.path("type").asText();
        check(DELTAS.containsKey(open), "an unknown block: " + open);
        check(block.path("text").asText().isEmpty(), "text in a start");
        check(block.path("thinking").asText().isEmpty(), "thinking in a start");
        check(block.path("input").isEmpty(), "input in a start");
        input.setLength(0);
        signed = false;
        tool |= open.equals("tool_use");
    }

    private void delta(JsonNode event) {
        check(event.path("index").asInt(-1) == index, "a delta out of order");
        var delta = event.path("delta");
        var type = delta.path("type").asText();
        check(DELTAS.getOrDefault(open, Set.of()).contains(type), type + " in " + open);
        check(!signed, "a delta behind the signature");
        signed |= type.equals("signature_delta");
        input.append(delta.path("partial_json").asText());
    }

    private void stopBlock(JsonNode event) {
        check(event.path("index").asInt(-1) == index && !open.isEmpty(), "a stop out of order");
        check(!open.equals("thinking") || signed, "thinking without a signature");
        if (!input.isEmpty()) {
            check(WrittenEvent.isObject(input.toString()), "input: " + input);
        }
        open = "";
        index++;
    }

    private void reason(JsonNode event) {
        check(open.isEmpty(), "message_delta within a block");
        check(!reason, "a second message_delta");
        reason = true;
        var said = event.at("/delta/stop_reason").asText("");
        check(!said.isEmpty(), "no stop_reason");
        check(tool || !said.equals("tool_use"), "tool_use without a call");
        check(!tool || !said.equals("end_turn"), "end_turn with a call");
        check(
                said.equals("refusal") == event.path("delta").has("stop_details"),
                "stop_details that do not fit");
        usage(event.path("usage"));
    }

    private void usage(JsonNode usage) {
        for (var field :
                List.of(
                        "input_tokens",
                        "cache_creation_input_tokens",
                        "cache_read_input_tokens",
                        "output_tokens")) {
            check(usage.path(field).isIntegralNumber(), "no " + field);
            check(usage.path(field).asLong() >= 0, field + " is negative");
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
