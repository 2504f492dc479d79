package dev.turnout.protocol.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One form for conversations that say the same: turns in the order that all providers demand, JSON
 * with its fields sorted, no halves of surrogate pairs, and no word on what was dropped.
 */
final class SameForm {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private SameForm() {}

    static Conversation of(Conversation c) {
        return new Conversation(
                c.system().stream().map(SameForm::text).toList(),
                c.orderedTurns(block -> true, true).stream()
                        .map(turn -> new Turn(turn.role(), blocks(turn.content())))
                        .toList(),
                c.tools().stream().map(SameForm::tool).toList(),
                c.toolChoice(),
                c.sampling(),
                c.reasoning(),
                c.format() == null ? null : new AnswerFormat(json(c.format().schema())),
                c.user(),
                c.session(),
                c.stream(),
                c.streamUsage(),
                List.of());
    }

    /** All that a conversation says, a line each, so that a difference is easy to see. */
    static List<String> lines(Conversation c) {
        var lines = new ArrayList<String>();
        c.system().forEach(text -> lines.add("system: " + text));
        for (var turn : c.turns()) {
            turn.content().forEach(block -> lines.add(turn.role() + ": " + block));
            lines.add("end of turn");
        }
        c.tools().forEach(tool -> lines.add(tool.toString()));
        lines.add("choice: " + c.toolChoice());
        lines.add(c.sampling().toString());
        lines.add("reasoning: " + c.reasoning());
        lines.add("format: " + c.format());
        lines.add("user: " + c.user() + ", session: " + c.session());
        lines.add("stream: " + c.stream() + ", usage: " + c.streamUsage());
        return lines;
    }

    private static List<Block> blocks(List<Block> content) {
        return content.stream().map(SameForm::block).toList();
    }

    private static Block block(Block block) {
        return switch (block) {
            case Block.Text text -> text(text);
            case Block.Document(var media, var title) ->
                    new Block.Document(
                            media instanceof Media.Plain(var plain)
                                    ? new Media.Plain(RandomText.encodable(plain))
                                    : media,
                            title == null ? null : RandomText.encodable(title));
            case Block.Thinking(var text, var signature, var carried) ->
                    new Block.Thinking(RandomText.encodable(text), signature, carried);
            case Block.ToolUse(var id, var name, var input) ->
                    new Block.ToolUse(id, name, json(input));
            case Block.ToolResult(var id, var content, var error) ->
                    new Block.ToolResult(id, blocks(content), error);
            case Block.ServerToolUse(var id, var name, var input) ->
                    new Block.ServerToolUse(id, name, json(input));
            case Block.Image _,
                    Block.RedactedThinking _,
                    Block.ToolReference _,
                    Block.WebSearchResult _ ->
                    block;
        };
    }

    private static Block.Text text(Block.Text text) {
        return new Block.Text(RandomText.encodable(text.text()), text.cached());
    }

    private static Tool tool(Tool tool) {
        return switch (tool) {
            case Tool.Function f ->
                    new Tool.Function(
                            f.name(),
                            RandomText.encodable(f.description()),
                            json(f.schema()),
                            f.strict());
            case Tool.Server(var name, var type, var json) ->
                    new Tool.Server(name, type, json(json));
        };
    }

    private static String json(@Nullable String json) {
        try {
            var value = json == null ? null : SORTED.readValue(json, Map.class);
            return RandomText.encodable(SORTED.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
