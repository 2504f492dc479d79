package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.Turn;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations with one thing exchanged. */
final class Rewrite {

    private Rewrite() {}

    static Conversation system(Conversation c, List<Block.Text> system) {
        return of(c, system, c.turns(), c.tools(), c.sampling());
    }

    static Conversation turns(Conversation c, UnaryOperator<Turn> change) {
        return turns(c, c.turns().stream().map(change).toList());
    }

    static Conversation turns(Conversation c, List<Turn> turns) {
        return of(c, c.system(), turns, c.tools(), c.sampling());
    }

    /** What each turn says, exchanged as a whole. */
    static Conversation contents(Conversation c, UnaryOperator<List<Block>> change) {
        return turns(c, turn -> new Turn(turn.role(), change.apply(turn.content())));
    }

    /** Every block of the turns, those within results first; several may stand for one. */
    static Conversation blocks(Conversation c, Function<Block, Stream<Block>> change) {
        return contents(c, content -> blocks(content, change));
    }

    static Conversation tools(Conversation c, Function<Tool, Stream<Tool>> change) {
        var tools = c.tools().stream().flatMap(change).toList();
        return of(c, c.system(), c.turns(), tools, c.sampling());
    }

    /** The names of tools, wherever they stand. */
    static Conversation toolNames(Conversation c, UnaryOperator<String> names) {
        var renamed =
                tools(
                        blocks(c, block -> Stream.of(named(block, names))),
                        tool -> Stream.of(named(tool, names)));
        var choice = c.toolChoice();
        return choice == null || choice.tool() == null
                ? renamed
                : toolChoice(
                        renamed,
                        new ToolChoice(
                                choice.kind(), names.apply(choice.tool()), choice.parallel()));
    }

    private static Block named(Block block, UnaryOperator<String> names) {
        return block instanceof Block.ToolUse(var id, var name, var input)
                ? new Block.ToolUse(id, names.apply(name), input)
                : block;
    }

    private static Tool named(Tool tool, UnaryOperator<String> names) {
        return tool instanceof Tool.Function f
                ? new Tool.Function(names.apply(f.name()), f.description(), f.schema(), f.strict())
                : tool;
    }

    static Conversation sampling(Conversation c, UnaryOperator<Sampling> change) {
        return of(c, c.system(), c.turns(), c.tools(), change.apply(c.sampling()));
    }

    static Conversation toolChoice(Conversation c, @Nullable ToolChoice choice) {
        return of(c, choice, c.reasoning(), c.format(), c.user(), c.session(), c.streamUsage());
    }

    static Conversation reasoning(Conversation c, @Nullable Reasoning reasoning) {
        return of(c, c.toolChoice(), reasoning, c.format(), c.user(), c.session(), c.streamUsage());
    }

    static Conversation who(Conversation c, @Nullable String user, @Nullable String session) {
        return of(c, c.toolChoice(), c.reasoning(), c.format(), user, session, c.streamUsage());
    }

    static Conversation withoutStreamUsage(Conversation c) {
        return of(c, c.toolChoice(), c.reasoning(), c.format(), c.user(), c.session(), false);
    }

    private static List<Block> blocks(List<Block> content, Function<Block, Stream<Block>> change) {
        return content.stream()
                .map(
                        block ->
                                block instanceof Block.ToolResult(var id, var inner, var error)
                                        ? new Block.ToolResult(id, blocks(inner, change), error)
                                        : block)
                .flatMap(change)
                .toList();
    }

    private static Conversation of(
            Conversation c,
            List<Block.Text> system,
            List<Turn> turns,
            List<Tool> tools,
            Sampling sampling) {
        return new Conversation(
                system,
                turns,
                tools,
                c.toolChoice(),
                sampling,
                c.reasoning(),
                c.format(),
                c.user(),
                c.session(),
                c.stream(),
                c.streamUsage(),
                List.of());
    }

    private static Conversation of(
            Conversation c,
            @Nullable ToolChoice choice,
            @Nullable Reasoning reasoning,
            @Nullable AnswerFormat format,
            @Nullable String user,
            @Nullable String session,
            boolean streamUsage) {
        return new Conversation(
                c.system(),
                c.turns(),
                c.tools(),
                choice,
                c.sampling(),
                reasoning,
                format,
                user,
                session,
                c.stream(),
                streamUsage,
                List.of());
    }
}
