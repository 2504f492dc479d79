package dev.turnout.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.fakeprovider.grammar.AnthropicGrammar;
import dev.turnout.fakeprovider.grammar.ChatGrammar;
import dev.turnout.fakeprovider.grammar.ResponsesGrammar;
import java.util.List;

/** A client of one dialect, which asks for the weather and runs the tool that tells it. */
public enum Speaker {
    ANTHROPIC("/v1/messages") {
        @Override
        ObjectNode request() {
            var request = asked("messages", "user").put("max_tokens", 4_000);
            request.putArray("tools").add(named(JSON.createObjectNode(), "input_schema"));
            request.putObject("thinking").put("type", "adaptive");
            return request;
        }

        @Override
        void goOn(ObjectNode request, JsonNode answer) {
            var messages = (ArrayNode) request.get("messages");
            messages.addObject().put("role", "assistant").set("content", answer.get("content"));
            var content = messages.addObject().put("role", "user").putArray("content");
            for (var block : answer.get("content")) {
                if (block.path("type").asText().equals("tool_use")) {
                    content.addObject()
                            .put("type", "tool_result")
                            .put("tool_use_id", block.path("id").asText())
                            .put("content", WEATHER);
                }
            }
        }

        @Override
        public String prose(JsonNode answer) {
            return texts(answer.path("content"), "text");
        }

        @Override
        public List<String> violations(byte[] stream) {
            return AnthropicGrammar.violations(stream);
        }

        @Override
        public String errorPointer() {
            return "/error/type";
        }
    },

    CHAT("/v1/chat/completions") {
        @Override
        ObjectNode request() {
            var request = asked("messages", "user").put("reasoning_effort", "high");
            request.putArray("tools")
                    .addObject()
                    .put("type", "function")
                    .set("function", named(JSON.createObjectNode(), "parameters"));
            return request;
        }

        /** As many clients do, it keeps no reasoning. */
        @Override
        void goOn(ObjectNode request, JsonNode answer) {
            var messages = (ArrayNode) request.get("messages");
            var said = (ObjectNode) answer.at("/choices/0/message").deepCopy();
            said.remove(List.of("reasoning_content", "reasoning_details", "annotations"));
            messages.add(said);
            for (var call : said.path("tool_calls")) {
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_call_id", call.path("id").asText())
                        .put("content", WEATHER);
            }
        }

        @Override
        public String prose(JsonNode answer) {
            return answer.at("/choices/0/message/content").asText();
        }

        @Override
        public List<String> violations(byte[] stream) {
            return ChatGrammar.violations(stream, ChatGrammar.Usage.NOT_ASKED);
        }

        @Override
        public String errorPointer() {
            return "/error/code";
        }
    },

    RESPONSES("/v1/responses") {
        @Override
        ObjectNode request() {
            var request = asked("input", "user").put("store", false);
            request.putArray("include").add("reasoning.encrypted_content");
            request.putObject("reasoning").put("effort", "high").put("summary", "auto");
            request.putArray("tools")
                    .add(
                            named(JSON.createObjectNode().put("type", "function"), "parameters")
                                    .put("strict", false));
            return request;
        }

        @Override
        void goOn(ObjectNode request, JsonNode answer) {
            var input = (ArrayNode) request.get("input");
            for (var item : answer.path("output")) {
                input.add(item);
            }
            for (var item : answer.path("output")) {
                if (item.path("type").asText().equals("function_call")) {
                    input.addObject()
                            .put("type", "function_call_output")
                            .put("call_id", item.path("call_id").asText())
                            .put("output", WEATHER);
                }
            }
        }

        @Override
        public String prose(JsonNode answer) {
            var prose = new StringBuilder();
            answer.path("output")
                    .forEach(item -> prose.append(texts(item.path("content"), "output_text")));
            return prose.toString();
        }

        @Override
        public List<String> violations(byte[] stream) {
            return ResponsesGrammar.violations(stream);
        }

        @Override
        public String errorPointer() {
            return "/error/code";
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEATHER = "18 °C and ☔";

    private final String path;

    Speaker(String path) {
        this.path = path;
    }

    /** Where it posts its requests. */
    public String path() {
        return path;
    }

    /** Asks a model for the weather, which it has a tool for. */
    public String asks(String model, boolean stream) {
        return request().put("model", model).put("stream", stream).toString();
    }

    /**
     * Goes on with what the tool said.
     *
     * @param asked the request before
     * @param answer to it, a document
     */
    public String answers(String asked, JsonNode answer) {
        try {
            var request = (ObjectNode) JSON.readTree(asked);
            goOn(request, answer);
            return request.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The text of an answer that is a document. */
    public abstract String prose(JsonNode answer);

    /** What is wrong with a stream. */
    public abstract List<String> violations(byte[] stream);

    /** Where an error's document has the word that clients act on. */
    public abstract String errorPointer();

    abstract ObjectNode request();

    abstract void goOn(ObjectNode request, JsonNode answer);

    private static ObjectNode asked(String field, String role) {
        var request = JSON.createObjectNode();
        request.putArray(field)
                .addObject()
                .put("role", role)
                .put("content", "What is the weather in Zürich?");
        return request;
    }

    private static ObjectNode named(ObjectNode tool, String schemaField) {
        tool.put("name", "get_weather").put("description", "Tells the weather of a city.");
        var schema = tool.putObject(schemaField).put("type", "object");
        schema.putObject("properties").putObject("city").put("type", "string");
        schema.putArray("required").add("city");
        return tool;
    }

    private static String texts(JsonNode parts, String type) {
        var texts = new StringBuilder();
        for (var part : parts) {
            if (part.path("type").asText().equals(type)) {
                texts.append(part.path("text").asText());
            }
        }
        return texts.toString();
    }
}
