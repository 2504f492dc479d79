package dev.turnout.protocol.toolname;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation in which some tools have other names. */
final class RenamedTools {

    private final Map<String, String> names;

    private RenamedTools(Map<String, String> names) {
        this.names = names;
    }

    /**
     * @param names the new ones by the old
     */
    static Conversation in(Conversation conversation, Map<String, String> names) {
        var renamed = new RenamedTools(names);
        return new Conversation(
                conversation.system(),
                conversation.turns().stream().map(renamed::turn).toList(),
                conversation.tools().stream().map(renamed::tool).toList(),
                renamed.choice(conversation.toolChoice()),
                conversation.sampling(),
                conversation.reasoning(),
                conversation.format(),
                conversation.user(),
                conversation.session(),
                conversation.stream(),
                conversation.streamUsage(),
                conversation.dropped());
    }

    private String name(String name) {
        return names.getOrDefault(name, name);
    }

    private Tool tool(Tool tool) {
        return switch (tool) {
            case Tool.Function(var name, var description, var schema, var strict, var origin) ->
                    new Tool.Function(name(name), description, schema, strict, origin);
            case Tool.Server server -> server;
        };
    }

    private @Nullable ToolChoice choice(@Nullable ToolChoice choice) {
        return choice == null || choice.tool() == null
                ? choice
                : new ToolChoice(choice.kind(), name(choice.tool()), choice.parallel());
    }

    private Turn turn(Turn turn) {
        return new Turn(turn.role(), blocks(turn.content()));
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.ToolUse(var id, var name, var input) ->
                    new Block.ToolUse(id, name(name), input);
            case Block.ToolReference(var name) -> new Block.ToolReference(name(name));
            case Block.ToolResult(var id, var content, var error) ->
                    new Block.ToolResult(id, blocks(content), error);
            case Block.Text _,
                    Block.Image _,
                    Block.Document _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    block;
        };
    }
}
