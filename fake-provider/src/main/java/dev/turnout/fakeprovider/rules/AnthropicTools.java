package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for {@code tools} and for the choice among them. */
record AnthropicTools(AnthropicFields fields, AnthropicCaching caching) {

    private static final Pattern NAME = Pattern.compile("^[a-zA-Z0-9_-]{1,128}$");
    private static final Set<String> CUSTOM =
            Set.of(
                    "type",
                    "name",
                    "description",
                    "input_schema",
                    "cache_control",
                    "strict",
                    "defer_loading",
                    "eager_input_streaming",
                    "input_examples",
                    "allowed_callers");
    private static final Set<String> SEARCH =
            Set.of(
                    "type",
                    "name",
                    "max_uses",
                    "allowed_domains",
                    "blocked_domains",
                    "user_location",
                    "cache_control",
                    "defer_loading",
                    "strict",
                    "allowed_callers",
                    "response_inclusion");

    /** The kinds of tools. */
    private static final Set<String> KINDS =
            Set.of(
                    "bash_20250124",
                    "text_editor_20250124",
                    "text_editor_20250429",
                    "text_editor_20250728",
                    "memory_20250818",
                    "computer_20250124",
                    "computer_20251124",
                    "computer_toolset_20260801",
                    "browser_toolset_20260801",
                    "web_search_20250305",
                    "web_search_20260209",
                    "web_search_20260318",
                    "web_fetch_20250910",
                    "web_fetch_20260209",
                    "web_fetch_20260309",
                    "web_fetch_20260318",
                    "code_execution_20250522",
                    "code_execution_20250825",
                    "code_execution_20260120",
                    "code_execution_20260521",
                    "tool_search_tool_regex",
                    "tool_search_tool_bm25",
                    "tool_search_tool_regex_20251119",
                    "tool_search_tool_bm25_20251119",
                    "advisor_20260301",
                    "mcp_toolset",
                    "custom");

    private static final Set<String> CHOICES = Set.of("auto", "any", "tool", "none");

    void check(JsonNode body) {
        var tools = body.path("tools");
        if (!empty(tools) && !tools.isArray()) {
            fields.wrong("tools", "Input should be a valid list");
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < tools.size(); i++) {
            tool(tools.path(i), "tools." + i);
            var name = tools.path(i).path("name").asText();
            if (!name.isEmpty() && !names.add(name)) {
                fields.wrong("tools", "Tool names must be unique.");
            }
        }
        choice(body.path("tool_choice"), names);
        var kind = body.path("tool_choice").path("type").asText();
        if (Set.of("any", "tool").contains(kind)
                && body.path("thinking").path("type").asText().equals("enabled")) {
            fields.wrong("Thinking may not be enabled when tool_choice forces tool use.");
        }
    }

    private void tool(JsonNode tool, String place) {
        if (!fields.object(tool, place)) {
            return;
        }
        var type = tool.path("type").asText("custom");
        if (!KINDS.contains(type)) {
            fields.noSuchType(tool.path("type"), place, KINDS);
            return;
        }
        var at = place + "." + type;
        caching.check(tool, at);
        if (type.equals("custom")) {
            custom(tool, at);
        } else if (type.startsWith("web_search_")) {
            search(tool, at);
        }
    }

    private void custom(JsonNode tool, String place) {
        fields.known(tool, place, CUSTOM);
        fields.text(tool.path("name"), place + ".name", NAME);
        if (!tool.path("description").isMissingNode()) {
            fields.text(tool.path("description"), place + ".description");
        }
        var schema = tool.path("input_schema");
        var at = place + ".input_schema";
        if (!fields.object(schema, at)) {
            return;
        }
        if (fields.text(schema.path("type"), at + ".type")) {
            fields.oneOf(Set.of("object"), schema.path("type"), at + ".type");
        }
        if (schema.has("oneOf") || schema.has("allOf") || schema.has("anyOf")) {
            fields.wrong(
                    at, "input_schema does not support oneOf, allOf, or anyOf at the top level");
        }
    }

    private void search(JsonNode tool, String place) {
        fields.known(tool, place, SEARCH);
        if (fields.text(tool.path("name"), place + ".name")) {
            fields.oneOf(Set.of("web_search"), tool.path("name"), place + ".name");
        }
        fields.atLeast(1, tool.path("max_uses"), place + ".max_uses");
        for (var list : List.of("allowed_domains", "blocked_domains")) {
            if (tool.path(list).isArray() && tool.path(list).isEmpty()) {
                fields.wrong(
                        place + "." + list,
                        "Empty list of domains is ambiguous. Provide at least one domain or null.");
            }
        }
        if (!empty(tool.path("allowed_domains")) && !empty(tool.path("blocked_domains"))) {
            // That it is refused is documented, the words are not.
            fields.wrong(place, "Cannot specify both allowed_domains and blocked_domains");
        }
    }

    private void choice(JsonNode choice, Set<String> names) {
        if (empty(choice) || !fields.object(choice, "tool_choice")) {
            return;
        }
        var type = choice.path("type").asText();
        if (!CHOICES.contains(type)) {
            fields.noSuchType(choice.path("type"), "tool_choice", CHOICES);
            return;
        }
        var place = "tool_choice." + type;
        var known =
                switch (type) {
                    case "tool" -> Set.of("type", "name", "disable_parallel_tool_use");
                    case "none" -> Set.of("type");
                    default -> Set.of("type", "disable_parallel_tool_use");
                };
        fields.known(choice, place, known);
        if (names.isEmpty() && !type.equals("none")) {
            fields.wrong("tool_choice may only be specified while providing tools.");
        } else if (type.equals("tool")
                && fields.text(choice.path("name"), place + ".name")
                && !names.contains(choice.path("name").textValue())) {
            fields.wrong(
                    "Tool '%s' not found in provided tools"
                            .formatted(choice.path("name").textValue()));
        }
    }
}
