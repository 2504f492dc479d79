package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of content; content that is text alone counts as one of text.
 *
 * @param place {@code messages.1.content.0}
 */
record AnthropicBlock(String place, JsonNode json) {

    /** The blocks of one {@code content}; none where it is neither text nor a list. */
    static List<AnthropicBlock> of(JsonNode content, String place) {
        if (content.isTextual()) {
            var text = JsonNodeFactory.instance.objectNode().put("type", "text");
            return content.textValue().isEmpty()
                    ? List.of()
                    : List.of(new AnthropicBlock(place, text.set("text", content)));
        }
        var blocks = new ArrayList<AnthropicBlock>();
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            blocks.add(new AnthropicBlock(place + "." + i, content.path(i)));
        }
        return blocks;
    }

    String type() {
        return json.path("type").asText();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    /** What a server's tool has found, as against the results of the client's. */
    boolean isServerResult() {
        return type().endsWith("_tool_result") && !is("tool_result") && !is("mcp_tool_result");
    }

    /** A field as text; empty without it. */
    String text(String field) {
        return json.path(field).asText();
    }

    /** Where a field stands: the vendor names the kind of the block in between. */
    String field(String field) {
        return place + "." + type() + "." + field;
    }
}
