package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rules for what messages and the outputs of tools say. */
record ResponsesContent(Fields fields, Consumer<Refusal> refuse) {

    private static final Set<String> INPUT = Set.of("input_text", "input_image", "input_file");
    private static final Set<String> OUTPUT = Set.of("output_text", "refusal");
    private static final Map<String, Set<String>> ROLES =
            Map.of("user", INPUT, "system", INPUT, "developer", INPUT, "assistant", OUTPUT);
    private static final Map<String, Set<String>> PARTS =
            Map.of(
                    "input_text", Set.of("type", "text", "prompt_cache_breakpoint"),
                    "input_image",
                            Set.of(
                                    "type",
                                    "image_url",
                                    "file_id",
                                    "detail",
                                    "prompt_cache_breakpoint"),
                    "input_file",
                            Set.of(
                                    "type",
                                    "file_data",
                                    "file_id",
                                    "file_url",
                                    "filename",
                                    "detail",
                                    "prompt_cache_breakpoint"),
                    "output_text", Set.of("type", "text", "annotations", "logprobs"),
                    "refusal", Set.of("type", "refusal"));
    private static final Set<String> DETAILS = Set.of("low", "high", "auto", "original");

    void message(JsonNode message, String place) {
        var role = message.path("role").asText();
        var kinds = ROLES.get(role);
        if (kinds == null) {
            refuse.accept(Refusal.value(place + ".role", role, ROLES.keySet()));
            return;
        }
        said(message.path("content"), kinds, place + ".content");
    }

    /** Of a tool: text, or parts such as a message of the user's has. */
    void output(JsonNode output, String place) {
        said(output, INPUT, place);
    }

    private void said(JsonNode content, Set<String> kinds, String place) {
        if (empty(content)) {
            refuse.accept(Refusal.missing(place));
        } else if (content.isArray()) {
            for (int i = 0; i < content.size(); i++) {
                part(content.path(i), kinds, place + "[" + i + "]");
            }
        } else if (!content.isTextual()) {
            refuse.accept(
                    Refusal.type(
                            place,
                            "one of an array of objects or string",
                            content.getNodeType().name()));
        }
    }

    private void part(JsonNode part, Set<String> kinds, String place) {
        var kind = part.path("type").asText();
        if (!kinds.contains(kind)) {
            refuse.accept(Refusal.value(place + ".type", kind, kinds));
            return;
        }
        fields.check(part, place, PARTS.getOrDefault(kind, Set.of()));
        switch (kind) {
            case "input_text", "output_text" -> fields.text(part.path("text"), place + ".text");
            case "refusal" -> fields.text(part.path("refusal"), place + ".refusal");
            case "input_image" -> image(part, place);
            default -> {
                if (List.of("file_data", "file_id", "file_url").stream()
                        .allMatch(field -> empty(part.path(field)))) {
                    refuse.accept(Refusal.missing(place + ".file_data"));
                }
            }
        }
    }

    private void image(JsonNode part, String place) {
        var url = part.path("image_url");
        var at = place + ".image_url";
        if (empty(url)) {
            if (empty(part.path("file_id"))) {
                refuse.accept(Refusal.missing(at));
            }
        } else if (!url.isTextual()) {
            refuse.accept(Refusal.type(at, "an image URL", url.getNodeType().name()));
        } else if (List.of("https://", "http://", "data:image/").stream()
                .noneMatch(url.textValue()::startsWith)) {
            refuse.accept(
                    new Refusal(
                            ("Invalid '%s'. Expected a valid URL, but got a value with an invalid"
                                            + " format.")
                                    .formatted(at),
                            at,
                            "invalid_value"));
        }
        var detail = part.path("detail");
        if (!empty(detail) && !DETAILS.contains(detail.asText())) {
            refuse.accept(Refusal.value(place + ".detail", detail.asText(), DETAILS));
        }
    }
}
