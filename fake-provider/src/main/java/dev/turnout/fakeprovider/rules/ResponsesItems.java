package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The rules for each item of {@code input} by itself; {@link ItemOrder} has those for order. */
record ResponsesItems(Fields fields, Consumer<Refusal> refuse) {

    private static final int LONGEST_ID = 64;

    /** The items that are looked into. */
    private static final Map<String, Set<String>> ITEMS =
            Map.of(
                    "message", Set.of("type", "id", "role", "content", "status", "phase"),
                    "function_call",
                            Set.of(
                                    "type",
                                    "id",
                                    "call_id",
                                    "name",
                                    "namespace",
                                    "arguments",
                                    "status",
                                    "caller"),
                    "function_call_output",
                            Set.of("type", "id", "call_id", "output", "status", "caller"),
                    "custom_tool_call",
                            Set.of("type", "id", "call_id", "name", "namespace", "input", "caller"),
                    "custom_tool_call_output", Set.of("type", "id", "call_id", "output", "caller"),
                    "reasoning",
                            Set.of(
                                    "type",
                                    "id",
                                    "summary",
                                    "content",
                                    "encrypted_content",
                                    "status"),
                    "web_search_call", Set.of("type", "id", "action", "status"),
                    "item_reference", Set.of("type", "id"));

    /** The items that no translation makes: any field may stand in them. */
    private static final Set<String> OTHERS =
            Set.of(
                    "additional_tools",
                    "apply_patch_call",
                    "apply_patch_call_output",
                    "code_interpreter_call",
                    "compaction",
                    "compaction_trigger",
                    "computer_call",
                    "computer_call_output",
                    "file_search_call",
                    "image_generation_call",
                    "local_shell_call",
                    "local_shell_call_output",
                    "mcp_approval_request",
                    "mcp_approval_response",
                    "mcp_call",
                    "mcp_list_tools",
                    "program",
                    "program_output",
                    "shell_call",
                    "shell_call_output",
                    "tool_search_call",
                    "tool_search_output");

    /** How the ids of items begin. */
    private static final Map<String, String> IDS =
            Map.of(
                    "message", "msg",
                    "function_call", "fc",
                    "function_call_output", "fc",
                    "custom_tool_call", "ctc",
                    "reasoning", "rs",
                    "web_search_call", "ws");

    void check(JsonNode input) {
        for (int i = 0; i < input.size(); i++) {
            item(input.path(i), "input[" + i + "]");
        }
    }

    /** A message may leave its type out. */
    static String typeOf(JsonNode item) {
        return item.path("type").asText(item.has("role") ? "message" : "");
    }

    private void item(JsonNode item, String place) {
        var type = typeOf(item);
        var known = ITEMS.get(type);
        if (known == null) {
            if (!OTHERS.contains(type)) {
                var types = new TreeSet<>(OTHERS);
                types.addAll(ITEMS.keySet());
                refuse.accept(Refusal.value(place, type, types));
            }
            return;
        }
        fields.check(item, place, known);
        id(item.path("id"), IDS.getOrDefault(type, ""), place + ".id");
        switch (type) {
            case "message" -> new ResponsesContent(fields, refuse).message(item, place);
            case "function_call" -> {
                call(item, place);
                fields.text(item.path("arguments"), place + ".arguments");
            }
            case "custom_tool_call" -> {
                call(item, place);
                fields.text(item.path("input"), place + ".input");
            }
            case "function_call_output", "custom_tool_call_output" -> {
                callId(item.path("call_id"), place + ".call_id");
                new ResponsesContent(fields, refuse).output(item.path("output"), place + ".output");
            }
            case "reasoning" -> reasoning(item, place);
            case "item_reference" -> notStored(item.path("id").asText());
            default -> {
                // A search of the vendor's own has nothing that could be wrong.
            }
        }
    }

    private void id(JsonNode id, String prefix, String place) {
        if (!empty(id) && !id.asText().startsWith(prefix)) {
            refuse.accept(
                    new Refusal(
                            "Invalid '%s': '%s'. Expected an ID that begins with '%s'."
                                    .formatted(place, id.asText(), prefix),
                            place,
                            "invalid_value"));
        }
        fields.atMost(LONGEST_ID, id, place);
    }

    private void call(JsonNode call, String place) {
        callId(call.path("call_id"), place + ".call_id");
        fields.name(call.path("name"), place + ".name");
    }

    private void callId(JsonNode id, String place) {
        fields.text(id, place);
        fields.atMost(LONGEST_ID, id, place);
    }

    private void reasoning(JsonNode item, String place) {
        var summary = item.path("summary");
        if (!summary.isArray()) {
            refuse.accept(Refusal.missing(place + ".summary"));
        }
        for (int i = 0; i < summary.size(); i++) {
            var at = place + ".summary[" + i + "]";
            fields.check(summary.get(i), at, Set.of("type", "text"));
            if (!summary.get(i).path("type").asText().equals("summary_text")) {
                var type = summary.get(i).path("type").asText();
                refuse.accept(Refusal.value(at + ".type", type, Set.of("summary_text")));
            }
            fields.text(summary.get(i).path("text"), at + ".text");
        }
        var sealed = item.path("encrypted_content");
        if (empty(sealed)) {
            notStored(item.path("id").asText());
        } else if (!Seal.ENCRYPTED_CONTENT.holds(sealed.asText())) {
            refuse.accept(
                    new Refusal(
                            ("The encrypted content %s could not be verified. Reason: Encrypted"
                                            + " content could not be decrypted or parsed.")
                                    .formatted(shortened(sealed.asText())),
                            null,
                            "invalid_encrypted_content"));
        }
    }

    private void notStored(String id) {
        refuse.accept(
                new Refusal(
                        404,
                        ("Item with id '%s' not found. Items are not persisted when `store` is set"
                                        + " to false. Try again with `store` set to true, or remove"
                                        + " this item from your input.")
                                .formatted(id),
                        "input",
                        null));
    }

    private static String shortened(String text) {
        return text.length() <= 8
                ? text
                : text.substring(0, 4) + "..." + text.substring(text.length() - 4);
    }
}
