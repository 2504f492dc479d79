package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user or the assistant says before the other does: Anthropic joins messages of one role.
 *
 * @param place of its first message
 */
record AnthropicTurn(String place, boolean assistant, List<AnthropicBlock> blocks) {

    /** The turns of a conversation, system messages left out. */
    static List<AnthropicTurn> of(JsonNode messages) {
        var turns = new ArrayList<AnthropicTurn>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.path(i);
            var role = message.path("role").asText();
            if (role.equals("system")) {
                continue;
            }
            var place = "messages." + i;
            boolean assistant = role.equals("assistant");
            if (turns.isEmpty() || turns.getLast().assistant != assistant) {
                turns.add(new AnthropicTurn(place, assistant, new ArrayList<>()));
            }
            var content = AnthropicBlock.of(message.path("content"), place + ".content");
            turns.getLast().blocks.addAll(content);
        }
        return turns;
    }

    /** The blocks of one type. */
    List<AnthropicBlock> blocks(String type) {
        return blocks.stream().filter(block -> block.is(type)).toList();
    }

    /** The ids of the calls of the client's tools. */
    List<String> calls() {
        return blocks("tool_use").stream().map(block -> block.text("id")).toList();
    }
}
