package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for each message by itself; {@link ToolTurns} has those for their order. */
record MessageRules(Fields fields, Consumer<Refusal> refuse) {

    /** The kinds of part that each role can say. */
    private static final Map<String, Set<String>> PARTS =
            Map.of(
                    "system", Set.of("text"),
                    "developer", Set.of("text"),
                    "user", Set.of("text", "image_url", "input_audio", "file"),
                    "assistant", Set.of("text", "refusal"),
                    "tool", Set.of("text"),
                    "function", Set.of());

    /** Who writes {@code reasoning_content}, as {@code ChatWire} does, takes it back. */
    private static final Set<String> MESSAGE =
            Set.of(
                    "role",
                    "content",
                    "name",
                    "tool_calls",
                    "tool_call_id",
                    "refusal",
                    "audio",
                    "function_call",
                    "reasoning_content");

    private static final Set<String> PART =
            Set.of(
                    "type",
                    "text",
                    "image_url",
                    "input_audio",
                    "file",
                    "refusal",
                    "prompt_cache_breakpoint");
    private static final int LONGEST_ID = 40;

    void check(JsonNode messages) {
        if (!messages.isArray()) {
            refuse.accept(Refusal.missing("messages"));
        } else if (messages.isEmpty()) {
            refuse.accept(Refusal.emptyArray("messages"));
        }
        for (int i = 0; i < messages.size(); i++) {
            message(messages.path(i), "messages[" + i + "]");
        }
    }

    private void message(JsonNode message, String place) {
        var role = message.path("role").asText();
        var parts = PARTS.get(role);
        if (parts == null) {
            refuse.accept(Refusal.value(place + ".role", role, PARTS.keySet()));
            return;
        }
        fields.check(message, place, MESSAGE);
        var calls = message.path("tool_calls");
        if (!empty(calls)) {
            calls(calls, role, place + ".tool_calls");
        }
        var content = message.path("content");
        boolean mayBeSilent =
                role.equals("assistant") && (!calls.isEmpty() || message.has("refusal"));
        if (content.isArray()) {
            parts(content, parts, place + ".content");
        } else if (!content.isTextual() && !(empty(content) && mayBeSilent)) {
            refuse.accept(
                    Refusal.type(
                            place + ".content",
                            "one of a string or array of objects",
                            content.getNodeType().name()));
        }
    }

    private void parts(JsonNode content, Set<String> kinds, String place) {
        if (content.isEmpty()) {
            refuse.accept(Refusal.emptyArray(place));
        }
        for (int i = 0; i < content.size(); i++) {
            var part = content.path(i);
            var at = place + "[" + i + "]";
            var kind = part.path("type").asText();
            if (!kinds.contains(kind)) {
                refuse.accept(Refusal.value(at + ".type", kind, kinds));
                continue;
            }
            fields.check(part, at, PART);
            switch (kind) {
                case "text", "refusal" -> fields.text(part.path(kind), at + "." + kind);
                case "image_url" -> image(part.path(kind).path("url"), at + ".image_url.url");
                default -> {
                    if (!part.path(kind).isObject()) {
                        refuse.accept(Refusal.missing(at + "." + kind));
                    }
                }
            }
        }
    }

    private void image(JsonNode url, String place) {
        var address = url.asText();
        if (List.of("https://", "http://", "data:image/").stream().noneMatch(address::startsWith)) {
            refuse.accept(
                    new Refusal(
                            "Invalid image URL: '%s'. Expected a valid URL.".formatted(place),
                            place,
                            "invalid_value"));
        }
    }

    private void calls(JsonNode calls, String role, String place) {
        if (!role.equals("assistant")) {
            refuse.accept(Refusal.unknown(place));
        }
        if (!calls.isArray()) {
            refuse.accept(Refusal.type(place, "an array of objects", "" + calls.getNodeType()));
        } else if (calls.isEmpty()) {
            refuse.accept(Refusal.emptyArray(place));
        }
        for (int i = 0; i < calls.size(); i++) {
            call(calls.path(i), place + "[" + i + "]");
        }
    }

    private void call(JsonNode call, String place) {
        fields.check(call, place, Set.of("id", "type", "function", "custom"));
        fields.text(call.path("id"), place + ".id");
        int length = call.path("id").asText().length();
        if (length > LONGEST_ID) {
            refuse.accept(Refusal.tooLong(place + ".id", LONGEST_ID, length));
        }
        switch (call.path("type").asText()) {
            case "function" -> {
                var function = call.path("function");
                fields.check(function, place + ".function", Set.of("name", "arguments"));
                fields.text(function.path("name"), place + ".function.name");
                fields.text(function.path("arguments"), place + ".function.arguments");
            }
            case "custom" -> fields.text(call.path("custom").path("name"), place + ".custom.name");
            default ->
                    refuse.accept(
                            Refusal.value(
                                    place + ".type",
                                    call.path("type").asText(),
                                    Set.of("function", "custom")));
        }
    }
}
