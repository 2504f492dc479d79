package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The rules for {@code system} and for single messages: whose they are and what they hold. */
record AnthropicMessages(AnthropicFields fields, AnthropicBlocks blocks) {

    private static final Set<String> ROLES = Set.of("user", "assistant", "system");
    private static final Set<String> FIELDS =
            Set.of("role", "content", "clear_at", "output_config");
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");
    private static final Set<String> CALLS = Set.of("tool_use", "server_tool_use");

    private static final String AFTER_WHAT =
            "role 'system' must follow a 'user' message or an 'assistant' message ending in a"
                    + " server tool result; the directive-only form (content: [] with"
                    + " output_config) is accepted at any position";

    /** Looks at what stands before the conversation, if anything does. */
    void system(JsonNode system) {
        if (system.isMissingNode() || system.isTextual()) {
            return;
        }
        if (!system.isArray()) {
            fields.wrong("system", "Input should be a valid list");
            return;
        }
        for (var block : AnthropicBlock.of(system, "system")) {
            if (blocks.check(block, Set.of("text"))) {
                says(block, "system");
            }
        }
    }

    /** Looks at each message. */
    void check(JsonNode messages) {
        if (messages.isMissingNode()) {
            fields.wrong("messages", "Field required");
        } else if (!messages.isArray()) {
            fields.wrong("messages", "Input should be a valid list");
        } else if (messages.isEmpty()) {
            fields.wrong("messages", "at least one message is required");
        }
        for (int i = 0; messages.isArray() && i < messages.size(); i++) {
            message(messages, i);
        }
    }

    private void message(JsonNode messages, int index) {
        var message = messages.path(index);
        var place = "messages." + index;
        if (!fields.object(message, place)) {
            return;
        }
        fields.known(message, place, FIELDS);
        var role = message.path("role").asText();
        if (fields.text(message.path("role"), place + ".role")) {
            fields.oneOf(ROLES, message.path("role"), place + ".role");
        }
        var content = message.path("content");
        if (content.isMissingNode()) {
            fields.wrong(place + ".content", "Field required");
            return;
        }
        if (!content.isTextual() && !content.isArray()) {
            fields.wrong(place + ".content", "Input should be a valid list");
            return;
        }
        var all = AnthropicBlock.of(content, place + ".content");
        boolean system = role.equals("system");
        for (var block : all) {
            if (blocks.check(
                    block, system ? AnthropicBlocks.IN_SYSTEM : AnthropicBlocks.IN_TURNS)) {
                says(block, "messages");
                belongs(block, role, place);
            }
        }
        boolean prefill = role.equals("assistant") && index + 1 == messages.size();
        if (system) {
            placed(messages, index, all.isEmpty() && message.has("output_config"));
        } else if (all.isEmpty() && !prefill) {
            fields.wrong(
                    place,
                    "all messages must have non-empty content except for the optional final"
                            + " assistant message");
        }
    }

    /** Blank text passes the vendor beside other text; nobody means to send it, though. */
    private void says(AnthropicBlock block, String where) {
        if (block.is("text") && block.text("text").isBlank()) {
            fields.wrong(
                    where,
                    block.text("text").isEmpty()
                            ? "text content blocks must be non-empty"
                            : "text content blocks must contain non-whitespace text");
        }
    }

    private void belongs(AnthropicBlock block, String role, String place) {
        boolean assistants =
                CALLS.contains(block.type()) || block.isServerResult() || isThinking(block);
        if (role.equals("user") && isThinking(block)) {
            fields.wrong(place + ".content", "thinking blocks may only be in `assistant` messages");
        } else if (role.equals("user") && assistants) {
            fields.wrong(
                    place,
                    "`%s` blocks can only be in `assistant` messages".formatted(block.type()));
        } else if (role.equals("assistant") && block.is("tool_result")) {
            fields.wrong(place, "`tool_result` blocks can only be in `user` messages");
        }
    }

    private static boolean isThinking(AnthropicBlock block) {
        return THINKING.contains(block.type());
    }

    /** Several system messages in a row count as one. */
    private void placed(JsonNode messages, int index, boolean directive) {
        if (directive) {
            return;
        }
        int before = index - 1;
        while (before >= 0 && role(messages, before).equals("system")) {
            before--;
        }
        int after = index + 1;
        while (after < messages.size() && role(messages, after).equals("system")) {
            after++;
        }
        var place = "messages." + index;
        if (before < 0 || !role(messages, before).equals("user") && !waits(messages, before)) {
            fields.wrong(place, AFTER_WHAT);
        } else if (after < messages.size() && !role(messages, after).equals("assistant")) {
            fields.wrong(
                    place, "role 'system' must precede an 'assistant' message or end the array");
        }
    }

    private static String role(JsonNode messages, int index) {
        return messages.path(index).path("role").asText();
    }

    /** Whether an assistant's message ends in what a server's tool found. */
    private static boolean waits(JsonNode messages, int index) {
        List<AnthropicBlock> content =
                AnthropicBlock.of(messages.path(index).path("content"), "messages");
        return !content.isEmpty() && content.getLast().isServerResult();
    }
}
