package dev.turnout.protocol.toolname;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of the client's tools wherever a conversation speaks of them. */
final class UsedNames {

    private final Set<String> names = new LinkedHashSet<>();

    UsedNames(Conversation conversation) {
        for (var tool : conversation.tools()) {
            if (tool instanceof Tool.Function) {
                names.add(tool.name());
            }
        }
        var choice = conversation.toolChoice();
        if (choice != null && choice.tool() != null) {
            names.add(choice.tool());
        }
        conversation.turns().forEach(turn -> add(turn.content()));
    }

    /** Those of declared tools first, in order. */
    Set<String> all() {
        return names;
    }

    private void add(List<Block> content) {
        for (var block : content) {
            switch (block) {
                case Block.ToolUse call -> names.add(call.name());
                case Block.ToolReference reference -> names.add(reference.toolName());
                case Block.ToolResult result -> add(result.content());
                case Block.Text _,
                        Block.Image _,
                        Block.Document _,
                        Block.Thinking _,
                        Block.RedactedThinking _,
                        Block.ServerToolUse _,
                        Block.WebSearchResult _ -> {}
            }
        }
    }
}
