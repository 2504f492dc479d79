package dev.turnout.protocol.property;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.Turn;
import java.util.List;
import java.util.Locale;

/**
 * A conversation as a client writes it as a Messages request, to the letter of Anthropic's
 * documentation: written apart from the code that reads it.
 */
final class MessagesRequest {

    /** Escapes even halves of surrogate pairs. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectNode request = JSON.createObjectNode();

    private MessagesRequest() {}

    static byte[] of(Conversation conversation) {
        var writer = new MessagesRequest();
        writer.write(conversation);
        try {
            return JSON.writeValueAsString(writer.request).getBytes(US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Conversation conversation) {
        request.put("model", "claude-opus-5-5");
        blocks(request.putArray("system"), conversation.system());
        var messages = request.putArray("messages");
        for (var turn : conversation.turns()) {
            message(messages.addObject(), turn);
        }
        var tools = request.putArray("tools");
        for (var tool : conversation.tools()) {
            switch (tool) {
                case Tool.Function function -> function(tools.addObject(), function);
                case Tool.Server served -> tools.add(tree(served.json()));
            }
        }
        var choice = conversation.toolChoice();
        if (choice != null) {
            var written = request.putObject("tool_choice");
            written.put(
                    "type",
                    switch (choice.kind()) {
                        case AUTO -> "auto";
                        case ANY -> "any";
                        case ONE -> "tool";
                        case NONE -> "none";
                    });
            written.put("name", choice.tool());
            written.put("disable_parallel_tool_use", !choice.parallel());
        }
        sampling(conversation);
        if (conversation.reasoning() != null) {
            reasoning(conversation.reasoning());
        }
        var format = conversation.format();
        if (format != null && format.schema() != null) {
            var written = request.withObject("/output_config").putObject("format");
            written.put("type", "json_schema").set("schema", tree(format.schema()));
        }
        user(conversation);
        request.put("stream", conversation.stream());
    }

    private void message(ObjectNode message, Turn turn) {
        blocks(message.putArray("content"), turn.content());
        message.put("role", turn.role().name().toLowerCase(Locale.ROOT));
    }

    private static void blocks(ArrayNode content, List<? extends Block> blocks) {
        blocks.forEach(block -> block(content.addObject(), block));
    }

    private static void block(ObjectNode json, Block block) {
        switch (block) {
            case Block.Text(var text, var cached) -> {
                json.put("type", "text").put("text", text);
                if (cached) {
                    json.putObject("cache_control").put("type", "ephemeral");
                }
            }
            case Block.Image(var media) -> source(json.put("type", "image"), media);
            case Block.Document(var media, var title) ->
                    source(json.put("type", "document").put("title", title), media);
            case Block.Thinking(var text, var signature, _) ->
                    json.put("type", "thinking").put("thinking", text).put("signature", signature);
            case Block.RedactedThinking(var data) ->
                    json.put("type", "redacted_thinking").put("data", data);
            case Block.ToolUse(var id, var name, var input) -> {
                json.put("type", "tool_use").put("id", id).put("name", name);
                json.set("input", tree(input));
            }
            case Block.ToolResult(var id, var content, var error) -> {
                json.put("type", "tool_result").put("tool_use_id", id).put("is_error", error);
                blocks(json.putArray("content"), content);
            }
            case Block.ToolReference(var name) ->
                    json.put("type", "tool_reference").put("tool_name", name);
            case Block.ServerToolUse(var id, var name, var input) -> {
                json.put("type", "server_tool_use").put("id", id).put("name", name);
                json.set("input", tree(input));
            }
            case Block.WebSearchResult result -> search(json, result);
        }
    }

    private static void search(ObjectNode json, Block.WebSearchResult result) {
        json.put("type", "web_search_tool_result").put("tool_use_id", result.toolUseId());
        if (result.errorCode() != null) {
            json.putObject("content")
                    .put("type", "web_search_tool_result_error")
                    .put("error_code", result.errorCode());
            return;
        }
        var hits = json.putArray("content");
        for (var hit : result.hits()) {
            hits.addObject()
                    .put("type", "web_search_result")
                    .put("title", hit.title())
                    .put("url", hit.url())
                    .put("page_age", hit.pageAge());
        }
    }

    private static void source(ObjectNode json, Media media) {
        var source = json.putObject("source");
        switch (media) {
            case Media.Inline(var type, var data) ->
                    source.put("type", "base64").put("media_type", type).put("data", data);
            case Media.Remote(var url) -> source.put("type", "url").put("url", url);
            case Media.Plain(var text) ->
                    source.put("type", "text").put("media_type", "text/plain").put("data", text);
            case Media.Kept(var id) -> source.put("type", "file").put("file_id", id);
        }
    }

    private static void function(ObjectNode json, Tool.Function function) {
        json.put("name", function.name()).put("description", function.description());
        json.set("input_schema", tree(function.schema()));
        json.put("strict", function.strict());
    }

    private void sampling(Conversation conversation) {
        var sampling = conversation.sampling();
        request.put("max_tokens", sampling.maxTokens());
        request.put("temperature", sampling.temperature());
        request.put("top_p", sampling.topP());
        request.put("top_k", sampling.topK());
        var stop = request.putArray("stop_sequences");
        sampling.stop().forEach(stop::add);
    }

    private void reasoning(Reasoning reasoning) {
        switch (reasoning.mode()) {
            case UNSAID -> {}
            case ON -> {
                var thinking = request.putObject("thinking").put("type", "enabled");
                if (reasoning.budgetTokens() != null) {
                    thinking.put("budget_tokens", reasoning.budgetTokens());
                }
            }
            case OFF -> request.putObject("thinking").put("type", "disabled");
        }
        if (reasoning.effort() != null) {
            request.withObject("/output_config").put("effort", word(reasoning.effort()));
        }
    }

    private static String word(Effort effort) {
        return effort.name().toLowerCase(Locale.ROOT);
    }

    /** As Claude Code does, the account and the session as JSON in a string. */
    private void user(Conversation conversation) {
        var id = JSON.createObjectNode();
        id.put("account_uuid", conversation.user()).put("session_id", conversation.session());
        request.putObject("metadata").put("user_id", id.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
