package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands in {@code input}; its type, which may come last, says which of its fields
 * mean anything.
 *
 * @param type {@code message} where it names none but a role
 * @param content of a message, or what a call gave
 * @param thought what reasoning tells of itself: its summary, or else its text
 * @param encrypted what reasoning tells only to whom it came from; null without any
 * @param tools that are there from here on: a JSON array as text
 */
record ResponsesItemReader(
        JsonPlace place,
        String type,
        String role,
        List<Block> content,
        @Nullable String callId,
        @Nullable String name,
        @Nullable String namespace,
        String arguments,
        String input,
        String thought,
        @Nullable String encrypted,
        String tools) {

    private static final Set<String> HAVE_CONTENT =
            Set.of("message", "reasoning", "function_call_output", "custom_tool_call_output");

    static ResponsesItemReader read(JsonScan scan, JsonPlace place, Set<String> dropped) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        @Nullable String type = null;
        @Nullable String role = null;
        List<Block> content = List.of();
        @Nullable String callId = null;
        @Nullable String name = null;
        @Nullable String namespace = null;
        var arguments = "";
        var input = "";
        var summary = "";
        @Nullable String encrypted = null;
        var tools = "[]";
        boolean phase = false;
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "type" -> type = scan.stringOrNull();
                case "role" -> role = scan.stringOrNull();
                case "content", "output" -> {
                    if (type == null || HAVE_CONTENT.contains(type)) {
                        content = ResponsesPartsReader.read(scan, place.to(scan.name()), dropped);
                    }
                }
                case "call_id" -> callId = scan.stringOrNull();
                case "name" -> name = scan.stringOrNull();
                case "namespace" -> namespace = scan.stringOrNull();
                case "arguments" -> arguments = arguments(scan);
                case "input" -> input = scan.string();
                case "summary" -> summary = texts(scan);
                case "encrypted_content" -> encrypted = scan.stringOrNull();
                case "tools" -> tools = scan.compact(scan.start());
                case "phase" -> phase = true;
                default -> {} // ids and states, and what an item that is dropped has
            }
        }
        if (type == null) {
            type = role == null ? "" : "message";
        }
        if (phase) {
            dropped.add("input.phase");
        }
        return new ResponsesItemReader(
                place,
                place.to("type").required(type),
                role == null ? "" : role,
                content,
                callId,
                name,
                namespace,
                arguments,
                input,
                summary.isEmpty() && type.equals("reasoning") ? text(content) : summary,
                encrypted == null || encrypted.isEmpty() ? null : encrypted,
                tools);
    }

    String requiredCallId() {
        return place.to("call_id").required(callId);
    }

    /** The name of the function that stands for the tool that is called. */
    String toolName(boolean freeform) {
        var called = place.to("name").required(name);
        return new ToolOrigin(namespace, called, freeform).function();
    }

    /** JSON in a string; some clients leave that out. */
    private static String arguments(JsonScan scan) {
        return scan.isObject() ? scan.compact(scan.start()) : scan.string();
    }

    private static String texts(JsonScan scan) {
        var texts = new ArrayList<String>();
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        if (scan.name().equals("text")) {
                            texts.add(scan.string());
                        }
                    }
                }
            }
        }
        return String.join("\n\n", texts);
    }

    private static String text(List<Block> content) {
        var texts = new ArrayList<String>();
        for (var block : content) {
            if (block instanceof Block.Text text) {
                texts.add(text.text());
            }
        }
        return String.join("\n\n", texts);
    }
}
