package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The rules for {@code tools}, which are flat here, and for the choice of one. */
record ResponsesTools(Fields fields, Consumer<Refusal> refuse) {

    private static final Set<String> SEARCH =
            Set.of(
                    "type",
                    "filters",
                    "user_location",
                    "search_context_size",
                    // Codex sends it.
                    "external_web_access");

    /** The tools that are looked into. */
    private static final Map<String, Set<String>> TOOLS =
            Map.of(
                    "function",
                            Set.of(
                                    "type",
                                    "name",
                                    "description",
                                    "parameters",
                                    "strict",
                                    "async",
                                    "defer_loading",
                                    "allowed_callers",
                                    "output_schema"),
                    "custom",
                            Set.of(
                                    "type",
                                    "name",
                                    "description",
                                    "format",
                                    "defer_loading",
                                    "allowed_callers"),
                    "namespace", Set.of("type", "name", "description", "tools"),
                    "web_search", SEARCH,
                    "web_search_2025_08_26", SEARCH,
                    "web_search_preview", SEARCH,
                    "web_search_preview_2025_03_11", SEARCH);

    /** The tools that no translation makes: any field may stand in them. */
    private static final Set<String> OTHERS =
            Set.of(
                    "apply_patch",
                    "code_interpreter",
                    "computer",
                    "computer_use_preview",
                    "file_search",
                    "image_generation",
                    "local_shell",
                    "mcp",
                    "programmatic_tool_calling",
                    "shell",
                    "tool_search");

    private static final Set<String> CHOICES = Set.of("none", "auto", "required");

    void check(JsonNode body) {
        var tools = body.path("tools");
        if (!empty(tools) && !tools.isArray()) {
            refuse.accept(Refusal.type("tools", "an array of objects", "" + tools.getNodeType()));
        }
        var names = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (int i = 0; i < tools.size(); i++) {
            tool(tools.path(i), "tools[" + i + "]", names);
            kinds.add(tools.path(i).path("type").asText());
        }
        choice(body.path("tool_choice"), names, kinds);
    }

    private void tool(JsonNode tool, String place, Set<String> names) {
        var type = tool.path("type").asText();
        var known = TOOLS.get(type);
        if (known == null) {
            if (!OTHERS.contains(type)) {
                refuse.accept(Refusal.value(place + ".type", type, kinds()));
            }
            return;
        }
        fields.check(tool, place, known);
        switch (type) {
            case "function" -> {
                name(tool, place, names);
                description(tool, place);
                parameters(tool, place + ".parameters");
            }
            case "custom" -> name(tool, place, names);
            case "namespace" -> {
                var within = tool.path("tools");
                for (int i = 0; i < within.size(); i++) {
                    tool(within.path(i), place + ".tools[" + i + "]", names);
                }
            }
            default ->
                    fields.check(
                            tool.path("filters"),
                            place + ".filters",
                            Set.of("allowed_domains", "blocked_domains"));
        }
    }

    private static Set<String> kinds() {
        var all = new TreeSet<>(OTHERS);
        all.addAll(TOOLS.keySet());
        return all;
    }

    private void name(JsonNode tool, String place, Set<String> names) {
        fields.name(tool.path("name"), place + ".name");
        names.add(tool.path("name").asText());
    }

    private void description(JsonNode tool, String place) {
        var description = tool.path("description");
        if (!empty(description) && !description.isTextual()) {
            refuse.accept(
                    Refusal.type(
                            place + ".description", "a string", "" + description.getNodeType()));
        }
    }

    private void parameters(JsonNode tool, String place) {
        var schema = tool.path("parameters");
        if (empty(schema)) {
            return;
        }
        String wrong = null;
        if (!schema.path("type").asText().equals("object")) {
            wrong = "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.";
        } else if (!schema.path("properties").isObject()) {
            wrong = "In context=(), object schema missing properties.";
        } else if (tool.path("strict").asBoolean()) {
            wrong = StrictSchema.problem(schema);
        }
        if (wrong != null) {
            refuse.accept(
                    new Refusal(
                            "Invalid schema for function '%s': %s"
                                    .formatted(tool.path("name").asText(), wrong),
                            place,
                            "invalid_function_parameters"));
        }
    }

    private void choice(JsonNode choice, Set<String> names, Set<String> kinds) {
        if (choice.isTextual()) {
            if (!CHOICES.contains(choice.textValue())) {
                refuse.accept(Refusal.value("tool_choice", choice.textValue(), CHOICES));
            } else if (choice.textValue().equals("required") && kinds.isEmpty()) {
                notFound("required");
            }
            return;
        }
        if (empty(choice)) {
            return;
        }
        var type = choice.path("type").asText();
        switch (type) {
            case "function", "custom" -> {
                fields.check(choice, "tool_choice", Set.of("type", "name"));
                if (choice.path("name").asText().isEmpty()) {
                    refuse.accept(Refusal.missing("tool_choice.name"));
                } else if (!names.contains(choice.path("name").asText())) {
                    notFound(choice.path("name").asText());
                }
            }
            case "allowed_tools" -> {
                fields.check(choice, "tool_choice", Set.of("type", "mode", "tools"));
                for (var tool : choice.path("tools")) {
                    var name = tool.path("name").asText("");
                    if (!name.isEmpty() && !names.contains(name)) {
                        notFound(name);
                    }
                }
            }
            default -> {
                if (!kinds().contains(type)) {
                    refuse.accept(Refusal.value("tool_choice.type", type, kinds()));
                } else if (!kinds.contains(type)) {
                    notFound(type);
                }
            }
        }
    }

    private void notFound(String name) {
        refuse.accept(
                Refusal.of(
                        "tool_choice",
                        "Tool choice '%s' not found in 'tools' parameter.".formatted(name)));
    }
}
