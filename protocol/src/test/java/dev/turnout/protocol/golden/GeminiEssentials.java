package dev.turnout.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What Gemini checks of contents and functions before anything else. */
final class GeminiEssentials {

    private GeminiEssentials() {}

    static void check(JsonNode request) {
        var contents = request.get("contents");
        assertThat(contents).isNotEmpty();
        assertThat(contents.get(0).get("role").textValue()).isEqualTo("user");
        assertThat(contents.get(contents.size() - 1).get("role").textValue()).isEqualTo("user");
        int unanswered = 0;
        var before = "";
        for (var content : contents) {
            var role = content.get("role").textValue();
            assertThat(role).isIn("user", "model");
            assertThat(content.get("parts")).isNotEmpty();
            int calls = content.findValues("functionCall").size();
            int results = content.findValues("functionResponse").size();
            assertThat(results).as("each call is answered at once").isEqualTo(unanswered);
            if (calls > 0) {
                assertThat(role + before).as("who calls").isEqualTo("modeluser");
                assertThat(firstCall(content).has("thoughtSignature")).isTrue();
            }
            content.get("parts").forEach(GeminiEssentials::part);
            unanswered = calls;
            before = role;
        }
        for (var tool : request.path("tools")) {
            for (var function : tool.path("functionDeclarations")) {
                assertThat(function.get("name").textValue()).isNotEmpty();
                var schema = function.path("parametersJsonSchema");
                if (!schema.isMissingNode()) {
                    assertThat(schema.get("type").textValue()).isEqualTo("object");
                }
            }
        }
    }

    private static JsonNode firstCall(JsonNode content) {
        for (var part : content.get("parts")) {
            if (part.has("functionCall")) {
                return part;
            }
        }
        throw new AssertionError("no call");
    }

    private static void part(JsonNode part) {
        var said = part.deepCopy();
        if (said instanceof ObjectNode fields) {
            fields.remove(List.of("thoughtSignature", "thought"));
        }
        assertThat(said).as("a part says one thing").hasSize(1);
        if (part.has("text") && !part.has("thoughtSignature")) {
            assertThat(part.get("text").textValue()).isNotEmpty();
        }
        for (var name : List.of("functionCall", "functionResponse")) {
            if (part.has(name)) {
                assertThat(part.get(name).get("name").isTextual()).isTrue();
            }
        }
    }
}
