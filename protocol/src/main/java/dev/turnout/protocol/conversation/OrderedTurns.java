package dev.turnout.protocol.conversation;

import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns in the order that all providers demand: none is empty, no two neighbours have one role, and
 * each call of a tool is answered once, first thing in the turn behind it.
 *
 * <pre>
 *   assistant  call a, call b              assistant  call a, call b
 *   user       text                   ▶    user       result a, result b, text
 *   user       result b, result a
 * </pre>
 *
 * A result that is missing, as after an interrupt, is made up; one without its call, or beside
 * another, is text.
 */
final class OrderedTurns {

    private static final List<Block> MISSING =
            List.of(new Block.Text("[tool result missing]", false));

    private final List<Turn> turns;
    private final MergedTurns ordered = new MergedTurns();
    private final Set<Block> answers = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The ids of all that is called. */
    private final Set<String> calls = new HashSet<>();

    private OrderedTurns(List<Turn> turns) {
        this.turns = turns;
        for (var turn : turns) {
            for (var block : turn.content()) {
                if (block instanceof Block.ToolUse call) {
                    calls.add(call.id());
                }
            }
        }
    }

    /**
     * @param turns as the client sent them
     * @param sayable what the provider can be told at all; the rest goes
     * @param systemAnywhere whether system turns stay: else they become reminders of the user's, as
     *     Claude Code words them
     */
    static List<Turn> of(List<Turn> turns, Predicate<Block> sayable, boolean systemAnywhere) {
        var merged = new MergedTurns();
        for (var turn : turns) {
            boolean reminder = turn.role() == Role.SYSTEM && !systemAnywhere;
            merged.begin(reminder ? Role.USER : turn.role());
            for (var block : turn.content()) {
                if (!sayable.test(block)) {
                    merged.gap();
                } else {
                    merged.add(reminder ? reminder(block) : block);
                }
            }
        }
        return new OrderedTurns(merged.turns()).ordered();
    }

    private static Block reminder(Block block) {
        return switch (block) {
            case Block.Text said -> reminder(said.text(), said.cached());
            case Block.ToolReference tool -> reminder(tool.inWords(), false);
            case Block.Image _,
                    Block.Document _,
                    Block.Thinking _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    block;
        };
    }

    private static Block reminder(String text, boolean cached) {
        return new Block.Text("<system-reminder>\n" + text + "\n</system-reminder>", cached);
    }

    private List<Turn> ordered() {
        for (int i = 0; i < turns.size(); i++) {
            ordered.begin(turns.get(i).role());
            turns.get(i).content().forEach(this::add);
            if (turns.get(i).role() == Role.ASSISTANT) {
                ordered.begin(Role.USER);
                answer(turns.get(i), resultsBehind(i));
            }
        }
        return ordered.turns();
    }

    private void add(Block block) {
        if (!(block instanceof Block.ToolResult result)) {
            ordered.add(block);
        } else if (!answers.contains(result)) {
            var id = result.toolUseId();
            ordered.add(
                    new Block.Text(
                            calls.contains(id)
                                    ? "Another result of the tool call " + id + ":"
                                    : "Result of the tool call "
                                            + id
                                            + ", which is not in the conversation:",
                            false));
            result.content().forEach(ordered::add);
        }
    }

    private void answer(Turn turn, Map<String, Deque<Block.ToolResult>> results) {
        for (var block : turn.content()) {
            if (block instanceof Block.ToolUse call) {
                var result = results.getOrDefault(call.id(), new ArrayDeque<>()).poll();
                if (result == null) {
                    result = new Block.ToolResult(call.id(), MISSING, false);
                }
                answers.add(result);
                ordered.add(result);
            }
        }
    }

    /** Results up to the next turn of the assistant. */
    private Map<String, Deque<Block.ToolResult>> resultsBehind(int assistant) {
        var results = new HashMap<String, Deque<Block.ToolResult>>();
        for (int i = assistant + 1; i < turns.size(); i++) {
            if (turns.get(i).role() == Role.ASSISTANT) {
                break;
            }
            for (var block : turns.get(i).content()) {
                if (block instanceof Block.ToolResult result) {
                    results.computeIfAbsent(result.toolUseId(), id -> new ArrayDeque<>())
                            .add(result);
                }
            }
        }
        return results;
    }
}
