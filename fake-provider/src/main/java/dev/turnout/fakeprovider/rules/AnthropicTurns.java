package dev.turnout.fakeprovider.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each call is answered once, at the begin of the next turn; server tools in their own. */
final class AnthropicTurns {

    private static final String UNANSWERED =
            "`tool_use` ids were found without `tool_result` blocks immediately after: %s. Each"
                    + " `tool_use` block must have a corresponding `tool_result` block in the next"
                    + " message.";
    private static final String ORPHAN =
            "unexpected `tool_use_id` found in `tool_result` blocks: %s. Each `tool_result` block"
                    + " must have a corresponding `tool_use` block in the previous message.";
    private static final String SERVER_ORPHAN =
            "unexpected `tool_use_id` found in `%1$s` blocks: %2$s. Each `%1$s` block must have a"
                    + " corresponding `server_tool_use` block before it.";
    private static final String TWICE =
            "each tool_use must have a single result. Found multiple `tool_result` blocks with id:"
                    + " %s";
    private static final String NO_SERVER_RESULT =
            "`%1$s` tool use with id `%2$s` was found without a corresponding `%1$s_tool_result`"
                    + " block";
    private static final String NO_THINKING =
            "Expected `thinking` or `redacted_thinking`, but found `%s`. When `thinking` is"
                    + " enabled, a final `assistant` message must start with a thinking block"
                    + " (preceeding the lastmost set of `tool_use` and `tool_result` blocks). We"
                    + " recommend you include thinking blocks from previous turns. To avoid this"
                    + " requirement, disable `thinking`. Please consult our documentation at"
                    + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking";

    private final AnthropicFields fields;
    private final List<AnthropicTurn> turns;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> served = new HashSet<>();

    private AnthropicTurns(AnthropicFields fields, List<AnthropicTurn> turns) {
        this.fields = fields;
        this.turns = turns;
    }

    /**
     * Looks at the order of a conversation.
     *
     * @param thinks whether the model thinks by budget, and wants to see that it did
     */
    static void check(JsonNode messages, boolean thinks, AnthropicFields fields) {
        var turns = new AnthropicTurns(fields, AnthropicTurn.of(messages));
        for (int i = 0; i < turns.turns.size(); i++) {
            if (turns.turns.get(i).assistant()) {
                turns.assistant(i);
            } else {
                turns.user(i);
            }
        }
        if (thinks) {
            turns.thought();
        }
    }

    private void assistant(int index) {
        var turn = turns.get(index);
        for (var call : turn.blocks("tool_use")) {
            if (!ids.add(call.text("id"))) {
                fields.wrong(call.place(), "`tool_use` ids must be unique");
            }
        }
        boolean last = index + 1 == turns.size();
        var unanswered = new ArrayList<>(turn.calls());
        if (!last) {
            turns.get(index + 1).blocks().stream()
                    .takeWhile(block -> block.is("tool_result"))
                    .forEach(block -> unanswered.remove(block.text("tool_use_id")));
        }
        if (!unanswered.isEmpty()) {
            fields.wrong(turn.place(), UNANSWERED.formatted(String.join(", ", unanswered)));
        }
        serverTools(turn, last);
    }

    /** A turn that ends in the middle of a search, or waits for the client, is not whole yet. */
    private void serverTools(AnthropicTurn turn, boolean last) {
        var open = new HashSet<String>();
        for (var block : turn.blocks()) {
            if (block.is("server_tool_use")) {
                served.add(block.text("id"));
                open.add(block.text("id"));
            } else if (block.isServerResult()) {
                var id = block.text("tool_use_id");
                open.remove(id);
                if (!served.contains(id)) {
                    fields.wrong(block.place(), SERVER_ORPHAN.formatted(block.type(), id));
                }
            }
        }
        if (last || !turn.calls().isEmpty()) {
            return;
        }
        for (var call : turn.blocks("server_tool_use")) {
            if (open.contains(call.text("id"))) {
                fields.wrong(
                        turn.place(),
                        NO_SERVER_RESULT.formatted(call.text("name"), call.text("id")));
            }
        }
    }

    private void user(int index) {
        var asked = index == 0 ? List.<String>of() : turns.get(index - 1).calls();
        var answered = new HashSet<String>();
        for (var result : turns.get(index).blocks("tool_result")) {
            var id = result.text("tool_use_id");
            if (!asked.contains(id)) {
                fields.wrong(result.place(), ORPHAN.formatted(id));
            } else if (!answered.add(id)) {
                fields.wrong(result.place(), TWICE.formatted(id));
            }
        }
    }

    private void thought() {
        for (var turn : turns.reversed()) {
            if (turn.assistant()) {
                var first = turn.blocks().isEmpty() ? null : turn.blocks().getFirst();
                if (first != null
                        && !turn.calls().isEmpty()
                        && !first.is("thinking")
                        && !first.is("redacted_thinking")) {
                    fields.wrong(first.place() + ".type", NO_THINKING.formatted(first.type()));
                }
                return;
            }
        }
    }
}
