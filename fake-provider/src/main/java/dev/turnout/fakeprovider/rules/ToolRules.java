package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The rules for {@code tools} and for what may stand beside them only. */
record ToolRules(Fields fields, Consumer<Refusal> refuse) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Set<String> KINDS = Set.of("function", "custom");
    private static final Set<String> CHOICES = Set.of("none", "auto", "required");
    private static final Set<String> CHOSEN = Set.of("function", "custom", "allowed_tools");

    void check(JsonNode body) {
        var tools = body.path("tools");
        if (empty(tools)) {
            for (var field : List.of("tool_choice", "parallel_tool_calls")) {
                if (!empty(body.path(field))) {
                    refuse.accept(
                            Refusal.of(
                                    field,
                                    "'%s' is only allowed when 'tools' are specified."
                                            .formatted(field)));
                }
            }
            return;
        }
        if (tools.isEmpty()) {
            refuse.accept(Refusal.emptyArray("tools"));
        }
        var names = new HashSet<String>();
        for (int i = 0; i < tools.size(); i++) {
            names.add(tool(tools.path(i), "tools[" + i + "]"));
        }
        choice(body.path("tool_choice"), names);
    }

    private String tool(JsonNode tool, String place) {
        fields.check(tool, place, Set.of("type", "function", "custom"));
        var type = tool.path("type").asText();
        if (type.equals("custom")) {
            return tool.path("custom").path("name").asText();
        }
        if (!type.equals("function")) {
            refuse.accept(Refusal.value(place + ".type", type, KINDS));
            return "";
        }
        var function = tool.path("function");
        var at = place + ".function";
        fields.check(function, at, Set.of("name", "description", "parameters", "strict"));
        var name = function.path("name").asText();
        if (!NAME.matcher(name).matches()) {
            refuse.accept(
                    new Refusal(
                            "Invalid '%s.name': expected a string that matches '%s'."
                                    .formatted(at, NAME),
                            at + ".name",
                            "invalid_value"));
        }
        var description = function.path("description");
        if (!empty(description) && !description.isTextual()) {
            refuse.accept(Refusal.type(at + ".description", "a string", "" + description));
        }
        var parameters = function.path("parameters");
        if (!parameters.isMissingNode()) {
            schema(parameters, name, at + ".parameters");
        }
        return name;
    }

    private void schema(JsonNode schema, String name, String place) {
        String wrong = null;
        if (!schema.path("type").asText().equals("object")) {
            wrong = "schema must be a JSON Schema of 'type: \"object\"'";
        } else if (!schema.path("properties").isObject()) {
            wrong = "In context=(), object schema missing properties";
        }
        if (wrong != null) {
            refuse.accept(
                    new Refusal(
                            "Invalid schema for function '%s': %s.".formatted(name, wrong),
                            place,
                            "invalid_function_parameters"));
        }
    }

    private void choice(JsonNode choice, Set<String> names) {
        if (choice.isTextual()) {
            if (!CHOICES.contains(choice.textValue())) {
                refuse.accept(Refusal.value("tool_choice", choice.textValue(), CHOICES));
            }
        } else if (!empty(choice)) {
            var kind = choice.path("type").asText();
            if (!CHOSEN.contains(kind)) {
                refuse.accept(Refusal.value("tool_choice.type", kind, CHOSEN));
            } else if (!kind.equals("allowed_tools")
                    && !names.contains(choice.path(kind).path("name").asText())) {
                refuse.accept(
                        Refusal.of(
                                "tool_choice",
                                "Tool choice '%s' not found in 'tools' parameter."
                                        .formatted(choice.path(kind).path("name").asText())));
            }
        }
    }
}
