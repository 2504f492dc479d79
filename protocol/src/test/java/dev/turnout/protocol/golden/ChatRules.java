package dev.turnout.protocol.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a strict server of Chat Completions checks before it answers: every field is one of its own,
 * every role is known, and tool messages answer the calls right before them.
 */
final class ChatRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "messages",
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "max_tokens",
                    "max_completion_tokens",
                    "temperature",
                    "top_p",
                    "stop",
                    "stream",
                    "stream_options",
                    "response_format",
                    "reasoning_effort",
                    "prompt_cache_key",
                    "safety_identifier");

    private final Set<String> quirkFields;

    /**
     * @param quirkFields that the server takes beside OpenAI's
     */
    ChatRules(Set<String> quirkFields) {
        this.quirkFields = quirkFields;
    }

    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(JsonNode request) {
        var allowed = new HashSet<>(FIELDS);
        allowed.addAll(quirkFields);
        assertThat(allowed).containsAll(names(request));
        var tools = tools(request);
        choice(request, tools);
        messages(request.get("messages"));
    }

    private static Set<String> tools(JsonNode request) {
        var names = new HashSet<String>();
        if (request.has("tools")) {
            assertThat(request.get("tools")).isNotEmpty();
        }
        for (var tool : request.path("tools")) {
            assertThat(names(tool)).containsExactlyInAnyOrder("type", "function");
            assertThat(tool.get("type").textValue()).isEqualTo("function");
            var function = tool.get("function");
            assertThat(names(function)).isSubsetOf("name", "description", "parameters");
            assertThat(function.get("name").textValue()).isNotEmpty();
            assertThat(function.get("parameters").isObject()).isTrue();
            assertThat(names(function.get("parameters"))).contains("type", "properties");
            names.add(function.get("name").textValue());
        }
        return names;
    }

    private static void choice(JsonNode request, Set<String> tools) {
        var choice = request.path("tool_choice");
        if (choice.isTextual()) {
            assertThat(choice.textValue()).isIn("auto", "required", "none");
        }
        if (!choice.isMissingNode() || request.has("parallel_tool_calls")) {
            assertThat(tools).as("a choice is of something").isNotEmpty();
        }
    }

    private void messages(JsonNode messages) {
        var open = new ArrayList<String>();
        var before = "";
        for (var message : messages) {
            var role = message.path("role").asText();
            assertThat(role).isIn("system", "user", "assistant", "tool");
            if (role.equals("tool")) {
                assertThat(names(message)).containsOnly("role", "tool_call_id", "content");
                assertThat(open).as("calls not answered yet").isNotEmpty();
                assertThat(message.get("tool_call_id").textValue()).isEqualTo(open.removeFirst());
                texts(message.get("content"));
            } else {
                assertThat(open).as("calls without an answer").isEmpty();
                if (!role.equals("system")) {
                    assertThat(role).as("neighbours differ").isNotEqualTo(before);
                }
            }
            switch (role) {
                case "system" -> {
                    assertThat(names(message)).containsOnly("role", "content");
                    texts(message.get("content"));
                }
                case "user" -> {
                    assertThat(names(message)).containsOnly("role", "content");
                    user(message.get("content"));
                }
                case "assistant" -> open.addAll(assistant(message));
                default -> {}
            }
            before = role;
        }
        assertThat(open).as("calls without an answer").isEmpty();
    }

    private List<String> assistant(JsonNode message) {
        assertThat(names(message))
                .isSubsetOf(
                        "role",
                        "content",
                        "tool_calls",
                        quirkFields.contains("reasoning_content") ? "reasoning_content" : "role");
        var calls = new ArrayList<String>();
        for (var call : message.path("tool_calls")) {
            assertThat(names(call)).containsOnly("id", "type", "function");
            assertThat(call.get("id").textValue()).isNotEmpty().hasSizeLessThanOrEqualTo(40);
            assertThat(names(call.get("function"))).containsOnly("name", "arguments");
            assertThat(call.get("function").get("name").textValue()).isNotEmpty();
            var arguments = call.get("function").get("arguments").textValue();
            assertThat(parse(arguments.getBytes(UTF_8)).isObject()).as(arguments).isTrue();
            calls.add(call.get("id").textValue());
        }
        assertThat(message.get("content").getNodeType())
                .isIn(JsonNodeType.STRING, JsonNodeType.ARRAY);
        if (calls.isEmpty()) {
            texts(message.get("content"));
        }
        return calls;
    }

    private void texts(JsonNode content) {
        if (content.isTextual()) {
            assertThat(content.textValue()).isNotEmpty();
        } else {
            assertThat(content).isNotEmpty();
            content.forEach(this::text);
        }
    }

    private void user(JsonNode content) {
        if (content.isTextual()) {
            assertThat(content.textValue()).isNotEmpty();
            return;
        }
        assertThat(content).isNotEmpty();
        for (var part : content) {
            switch (part.path("type").asText()) {
                case "text" -> text(part);
                case "image_url" -> {
                    assertThat(names(part)).containsOnly("type", "image_url");
                    assertThat(names(part.get("image_url"))).containsOnly("url");
                }
                case "file" -> {
                    assertThat(names(part)).containsOnly("type", "file");
                    assertThat(names(part.get("file"))).containsOnly("filename", "file_data");
                }
                default -> throw new AssertionError("no such part: " + part);
            }
        }
    }

    private void text(JsonNode part) {
        assertThat(names(part))
                .isSubsetOf(
                        "type",
                        "text",
                        quirkFields.contains("cache_control") ? "cache_control" : "type");
        assertThat(part.get("type").textValue()).isEqualTo("text");
        assertThat(part.get("text").textValue()).isNotEmpty();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
