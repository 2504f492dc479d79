package dev.turnout.protocol.responses.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An item of the output as it stands in an event, or in a whole response: only at its end are all
 * of its fields filled.
 *
 * @param id of the item; empty without one
 * @param callId of a call, by which its result is given
 * @param name of the tool that is called
 * @param arguments of a function's call, as JSON text
 * @param input of the call of a custom tool, a text
 * @param action what a search did: {@code search}, {@code open_page} …; empty where it is not said
 * @param query that was searched for
 * @param sources that a search has found; empty where they were not asked for
 * @param parts of a message; of reasoning its summary, and then its text
 * @param summary of reasoning, as it came
 * @param content of reasoning, as it came; empty without any
 * @param encrypted of reasoning, what its provider wants back; empty without any
 */
record ResponsesItem(
        String type,
        String id,
        String status,
        String callId,
        String name,
        String arguments,
        String input,
        String action,
        String query,
        List<Hit> sources,
        List<ResponsesPart> parts,
        String summary,
        String content,
        String encrypted) {

    /** Reads the item on which the scan stands. */
    static ResponsesItem read(JsonScan scan, byte[] json) {
        var fields = new Fields();
        fields.read(scan, json);
        return fields.item();
    }

    /** An item whose beginning has not been told, by the first event about it. */
    static ResponsesItem begun(ResponsesReplyStep step) {
        var fields = new Fields();
        fields.type = typeOf(step.type());
        fields.id = step.itemId();
        fields.name = step.name();
        return fields.item();
    }

    /**
     * Reasoning as the next request needs it, without what only an answer has. Without anything
     * encrypted it is whoever shows the text itself that wants it back.
     */
    String carried() {
        var json = new JsonWriter().startObject().field("type", type);
        if (!id.isEmpty()) {
            json.field("id", id);
        }
        json.name("summary").raw(summary);
        if (encrypted.isEmpty()) {
            json.name("content").raw(content);
        } else {
            json.field("encrypted_content", encrypted);
        }
        return new String(json.endObject().bytes(), UTF_8);
    }

    /** Whether its provider wants reasoning back. */
    boolean isCarried() {
        return !encrypted.isEmpty() || !content.isEmpty();
    }

    /** The type of the items that have events of a type; empty where all may, or is not known. */
    private static String typeOf(String event) {
        return switch (event) {
            case "response.output_text.delta",
                    "response.output_text.done",
                    "response.refusal.delta",
                    "response.refusal.done" ->
                    "message";
            case "response.reasoning_summary_text.delta",
                    "response.reasoning_summary_text.done",
                    "response.reasoning_text.delta",
                    "response.reasoning_text.done" ->
                    "reasoning";
            case "response.function_call_arguments.delta",
                    "response.function_call_arguments.done" ->
                    "function_call";
            case "response.custom_tool_call_input.delta", "response.custom_tool_call_input.done" ->
                    "custom_tool_call";
            default -> "";
        };
    }

    private static final class Fields {
        private String type = "";
        private String id = "";
        private String status = "";
        private String callId = "";
        private String name = "";
        private String arguments = "";
        private String input = "";
        private String action = "";
        private String query = "";
        private List<Hit> sources = List.of();
        private List<ResponsesPart> summaryParts = List.of();
        private List<ResponsesPart> contentParts = List.of();
        private String summary = "[]";
        private String content = "";
        private String encrypted = "";

        private void read(JsonScan scan, byte[] json) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> type = scan.string();
                    case "id" -> id = scan.string();
                    case "status" -> status = scan.string();
                    case "call_id" -> callId = scan.string();
                    case "name" -> name = scan.string();
                    case "arguments" -> arguments = arguments(scan);
                    case "input" -> input = scan.string();
                    case "action" -> action(scan);
                    case "content" -> {
                        int start = scan.start();
                        contentParts = ResponsesPart.all(scan);
                        content = contentParts.isEmpty() ? "" : text(json, start, scan.end());
                    }
                    case "summary" -> {
                        int start = scan.start();
                        summaryParts = ResponsesPart.all(scan);
                        summary = summaryParts.isEmpty() ? "[]" : text(json, start, scan.end());
                    }
                    case "encrypted_content" -> encrypted = scan.string();
                    default -> {}
                }
            }
        }

        private ResponsesItem item() {
            return new ResponsesItem(
                    type,
                    id,
                    status,
                    callId,
                    name,
                    arguments,
                    input,
                    action,
                    query,
                    sources,
                    parts(),
                    summary,
                    type.equals("reasoning") ? content : "",
                    encrypted);
        }

        private List<ResponsesPart> parts() {
            if (summaryParts.isEmpty()) {
                return contentParts;
            }
            var parts = new ArrayList<>(summaryParts);
            parts.addAll(contentParts);
            return parts;
        }

        /** JSON in a string; some servers leave that out. */
        private static String arguments(JsonScan scan) {
            return scan.isObject() ? scan.compact(scan.start()) : scan.string();
        }

        private void action(JsonScan scan) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> action = scan.string();
                    case "query" -> query = scan.string();
                    case "queries" -> query = query.isEmpty() ? first(scan) : query;
                    case "sources" -> sources = ResponsesPart.pages(scan);
                    default -> {}
                }
            }
        }

        private static String first(JsonScan scan) {
            var first = "";
            if (scan.enterArray()) {
                while (scan.nextElement()) {
                    first = first.isEmpty() ? scan.string() : first;
                }
            }
            return first;
        }

        private static String text(byte[] json, int start, int end) {
            return new String(json, start, end - start, UTF_8);
        }
    }
}
