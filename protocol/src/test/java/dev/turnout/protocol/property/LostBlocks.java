package dev.turnout.protocol.property;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.ToolIds;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Conversations without blocks that a dialect does not know. */
final class LostBlocks {

    /** Characters of an id that OpenAI takes. */
    private static final int LONGEST_ID = 40;

    private LostBlocks() {}

    static Conversation systemTurns(Conversation c) {
        return Rewrite.turns(
                c,
                turn ->
                        turn.role() == Role.SYSTEM
                                ? new Turn(Role.USER, reminders(turn.content()))
                                : turn);
    }

    static Conversation searchesAsText(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        switch (block) {
                            case Block.ServerToolUse _ -> Stream.empty();
                            case Block.WebSearchResult found -> Stream.of(text(found.inWords()));
                            default -> Stream.of(block);
                        });
    }

    static Conversation searchesWithQueries(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        switch (block) {
                            case Block.ServerToolUse _ -> Stream.empty();
                            case Block.WebSearchResult found ->
                                    Stream.of(
                                            text(
                                                    "Web search for \""
                                                            + RandomConversation.QUERY
                                                            + "\":\n\n"
                                                            + found.inWords()));
                            default -> Stream.of(block);
                        });
    }

    static Conversation searchesAsCalls(Conversation c) {
        return joinedTurns(withoutSearches(c));
    }

    private static Conversation withoutSearches(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        switch (block) {
                            case Block.ServerToolUse _, Block.WebSearchResult _ -> Stream.empty();
                            case Block.ToolUse(var id, _, _) when isSearch(id) -> Stream.empty();
                            case Block.ToolResult(var id, _, _) when isSearch(id) -> Stream.empty();
                            default -> Stream.of(block);
                        });
    }

    /** A turn that a search had cut in two as one: its first half may be thinking alone. */
    private static Conversation joinedTurns(Conversation c) {
        var joined = new ArrayList<Turn>();
        for (var turn : c.turns()) {
            if (!joined.isEmpty() && joined.getLast().role() == turn.role()) {
                var content = new ArrayList<>(joined.removeLast().content());
                content.addAll(turn.content());
                joined.add(new Turn(turn.role(), content));
            } else if (!turn.content().isEmpty()) {
                joined.add(turn);
            }
        }
        return Rewrite.turns(c, joined);
    }

    static Conversation toolReferences(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                block instanceof Block.ToolReference tool
                                        ? text(tool.inWords())
                                        : block));
    }

    static Conversation plainDocuments(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        switch (block) {
                            case Block.Document(Media.Plain(var plain), var title) ->
                                    Stream.of(
                                            text(
                                                    title == null
                                                            ? plain
                                                            : "Document: "
                                                                    + title
                                                                    + "\n\n"
                                                                    + plain));
                            default -> Stream.of(block);
                        });
    }

    static Conversation untitledDocuments(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                block instanceof Block.Document(Media.Inline media, var title)
                                                && title == null
                                        ? new Block.Document(media, "document.pdf")
                                        : block));
    }

    static Conversation titlesOfRemoteDocuments(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        switch (block) {
                            case Block.Document(Media.Remote remote, _) ->
                                    Stream.of(new Block.Document(remote, null));
                            default -> Stream.of(block);
                        });
    }

    static Conversation callsLast(Conversation c) {
        return Rewrite.contents(c, LostBlocks::callsLast);
    }

    static Conversation longIds(Conversation c) {
        return Rewrite.blocks(
                c,
                block ->
                        Stream.of(
                                switch (block) {
                                    case Block.ToolUse(var id, var name, var input) ->
                                            new Block.ToolUse(shortened(id), name, input);
                                    case Block.ToolResult(var id, var content, var error) ->
                                            new Block.ToolResult(shortened(id), content, error);
                                    default -> block;
                                }));
    }

    static Block.Text text(String text) {
        return new Block.Text(text, false);
    }

    private static List<Block> reminders(List<Block> content) {
        var reminders = new ArrayList<Block>();
        for (var block : content) {
            reminders.add(
                    block instanceof Block.Text(var text, var cached)
                            ? new Block.Text(
                                    "<system-reminder>\n" + text + "\n</system-reminder>", cached)
                            : block);
        }
        return reminders;
    }

    private static List<Block> callsLast(List<Block> content) {
        var ordered = new ArrayList<Block>(content);
        var calls = content.stream().filter(Block.ToolUse.class::isInstance).toList();
        ordered.removeAll(calls);
        ordered.addAll(calls);
        return ordered;
    }

    private static boolean isSearch(String id) {
        return id.startsWith("srvtoolu_");
    }

    private static String shortened(String id) {
        return ToolIds.atMost(LONGEST_ID, id);
    }
}
