package dev.turnout.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What Anthropic checks of messages before it answers. */
final class AnthropicRules {

    private AnthropicRules() {}

    static void check(JsonNode request) {
        assertThat(request.get("max_tokens").isInt()).isTrue();
        var open = new ArrayList<String>();
        var before = "";
        for (var message : request.get("messages")) {
            var role = message.get("role").textValue();
            assertThat(role).isIn("user", "assistant").isNotEqualTo(before);
            assertThat(message.get("content")).isNotEmpty();
            var answered = new ArrayList<String>();
            var calls = new ArrayList<String>();
            boolean past = false;
            for (var block : message.get("content")) {
                switch (block.get("type").textValue()) {
                    case "text" -> assertThat(block.get("text").textValue()).isNotBlank();
                    case "thinking" -> {
                        assertThat(role).isEqualTo("assistant");
                        assertThat(block.get("signature").textValue()).isNotEmpty();
                    }
                    case "redacted_thinking" ->
                            assertThat(block.get("data").textValue()).isNotEmpty();
                    case "tool_use" -> calls.add(id(block, "id"));
                    case "tool_result" -> {
                        assertThat(past).as("results come first").isFalse();
                        answered.add(id(block, "tool_use_id"));
                    }
                    case "image", "document" ->
                            assertThat(block.get("source").get("type").textValue())
                                    .isIn("base64", "url", "text");
                    default -> throw new AssertionError("no such block: " + block);
                }
                past |= !block.get("type").textValue().equals("tool_result");
            }
            assertThat(answered).isEqualTo(List.copyOf(open));
            open.clear();
            open.addAll(calls);
            before = role;
        }
        assertThat(open).as("calls without an answer").isEmpty();
    }

    private static String id(JsonNode block, String field) {
        assertThat(block.get(field).textValue()).matches("[a-zA-Z0-9_-]{1,64}");
        return block.get(field).textValue();
    }
}
