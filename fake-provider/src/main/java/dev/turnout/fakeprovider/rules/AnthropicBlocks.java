package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules for single blocks of content ([anthropic SDK 1.12] messages.d.ts). */
record AnthropicBlocks(AnthropicFields fields, AnthropicCaching caching) {

    private static final Pattern ID = Pattern.compile("^[a-zA-Z0-9_-]+$");
    private static final Pattern SERVER_ID = Pattern.compile("^srvtoolu_[a-zA-Z0-9_]+$");
    private static final int LONGEST_NAME = 200;

    /** What each kind of block can have, beside its type. */
    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "text", Set.of("text", "cache_control", "citations"),
                    "image", Set.of("source", "cache_control", "transformations"),
                    "document", Set.of("source", "title", "context", "citations", "cache_control"),
                    "search_result",
                            Set.of("source", "title", "content", "citations", "cache_control"),
                    "tool_use",
                            Set.of(
                                    "id",
                                    "name",
                                    "input",
                                    "cache_control",
                                    "caller",
                                    "toolset_name"),
                    "tool_result",
                            Set.of(
                                    "tool_use_id",
                                    "content",
                                    "is_error",
                                    "cache_control",
                                    "toolset_name"),
                    "thinking", Set.of("thinking", "signature"),
                    "redacted_thinking", Set.of("data"),
                    "server_tool_use", Set.of("id", "name", "input", "caller", "cache_control"),
                    "web_search_tool_result",
                            Set.of("tool_use_id", "content", "caller", "cache_control"));

    /** Known, and with insides of the vendor's own that pass as they are. */
    private static final Set<String> OTHERS =
            Set.of(
                    "web_fetch_tool_result",
                    "code_execution_tool_result",
                    "bash_code_execution_tool_result",
                    "text_editor_code_execution_tool_result",
                    "tool_search_tool_result",
                    "advisor_tool_result",
                    "container_upload",
                    "mcp_tool_use",
                    "mcp_tool_result",
                    "mcp_tool_listing",
                    "compaction",
                    "fallback");

    static final Set<String> IN_TURNS =
            Stream.concat(FIELDS.keySet().stream(), OTHERS.stream())
                    .collect(Collectors.toUnmodifiableSet());
    static final Set<String> IN_SYSTEM = Set.of("text", "tool_addition", "tool_removal");
    private static final Set<String> IN_RESULTS =
            Set.of("text", "image", "search_result", "document", "tool_reference", "browser_state");

    /** Looks at one block, which can only be of these types; whether it is. */
    boolean check(AnthropicBlock block, Set<String> allowed) {
        if (!block.json().isObject()) {
            fields.wrong(block.place(), "Input should be a valid dictionary");
            return false;
        }
        if (!allowed.contains(block.type())) {
            fields.noSuchType(block.json().path("type"), block.place(), allowed);
            return false;
        }
        var known = FIELDS.get(block.type());
        if (known != null) {
            var all = new HashSet<>(known);
            all.add("type");
            fields.known(block.json(), block.place() + "." + block.type(), all);
        }
        caching.check(block.json(), block.place() + "." + block.type());
        switch (block.type()) {
            case "text" -> required(block, "text");
            case "image", "document" -> new AnthropicSource(fields, block).check();
            case "search_result" -> {
                required(block, "source");
                required(block, "title");
            }
            case "tool_use" -> call(block, ID);
            case "server_tool_use" -> call(block, SERVER_ID);
            case "tool_result" -> result(block);
            case "web_search_tool_result" ->
                    fields.text(
                            block.json().path("tool_use_id"),
                            block.field("tool_use_id"),
                            SERVER_ID);
            case "thinking" -> {
                required(block, "thinking");
                sealed(block, "signature");
            }
            case "redacted_thinking" -> sealed(block, "data");
            default -> {} // what the vendor's own servers wrote
        }
        return true;
    }

    private boolean required(AnthropicBlock block, String field) {
        return fields.text(block.json().path(field), block.field(field));
    }

    private void call(AnthropicBlock block, Pattern id) {
        fields.text(block.json().path("id"), block.field("id"), id);
        if (required(block, "name")) {
            int length = block.text("name").length();
            if (length == 0) {
                fields.wrong(block.field("name"), "String should have at least 1 character");
            } else if (length > LONGEST_NAME) {
                fields.wrong(
                        block.field("name"),
                        "String should have at most " + LONGEST_NAME + " characters");
            }
        }
        fields.object(block.json().path("input"), block.field("input"));
    }

    private void result(AnthropicBlock result) {
        fields.text(result.json().path("tool_use_id"), result.field("tool_use_id"), ID);
        var content = result.json().path("content");
        if (!empty(content) && !content.isTextual() && !content.isArray()) {
            fields.wrong(result.field("content"), "Input should be a valid list");
            return;
        }
        var blocks = AnthropicBlock.of(content, result.field("content"));
        for (var block : blocks) {
            if (check(block, IN_RESULTS) && block.is("text") && block.text("text").isEmpty()) {
                fields.wrong("messages: text content blocks must be non-empty");
            }
        }
        if (!result.json().path("is_error").asBoolean()) {
            return;
        }
        var place = result.place() + ".tool_result";
        if (blocks.isEmpty()) {
            fields.wrong(place, "content cannot be empty if `is_error` is true");
        } else if (!blocks.stream().allMatch(block -> block.is("text"))) {
            fields.wrong(place, "all content must be type `text` if `is_error` is true");
        }
    }

    /** Without state, the vendor knows his own seal by its looks: base64, and none of another's. */
    private void sealed(AnthropicBlock block, String field) {
        if (required(block, field) && !isOwn(block.text(field))) {
            fields.wrong(
                    block.place(), "Invalid `%s` in `%s` block".formatted(field, block.type()));
        }
    }

    private static boolean isOwn(String seal) {
        try {
            return Base64.getDecoder().decode(seal).length > 0
                    && Stream.of(Seal.values()).noneMatch(other -> other.holds(seal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
