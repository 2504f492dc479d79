package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.gemini.wire.GeminiSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields {@code systemInstruction} and {@code contents}: the user and the model in turns, the
 * user first and last.
 */
final class GeminiContentsWriter {

    private static final String BEFORE = "[what was said before is left out]";
    private static final String GO_ON =
            "Go on exactly where your last message ends, and repeat nothing of it.";

    private final GeminiDraft draft;
    private final GeminiPartsWriter parts;

    /** What has been called, by the ids of the calls: results have to name it. */
    private final Map<String, String> called = new HashMap<>();

    GeminiContentsWriter(GeminiDraft draft) {
        this.draft = draft;
        this.parts = new GeminiPartsWriter(draft);
    }

    /**
     * @param hints what other fields would say if the model took them, for the system text
     */
    void write(Conversation conversation, List<String> hints) {
        var system = new ArrayList<Block>();
        conversation.system().stream().filter(this::sayable).forEach(system::add);
        hints.forEach(hint -> system.add(new Block.Text(hint, false)));
        var turns = conversation.orderedTurns(this::sayable, false);
        boolean lacksUser = Conversation.lacksUser(turns) && !system.isEmpty();
        if (!lacksUser && !system.isEmpty()) {
            draft.out().name("systemInstruction").startObject().name("parts").startArray();
            system.forEach(parts::write);
            draft.out().endArray().endObject();
        }
        draft.out().name("contents").startArray();
        if (lacksUser) {
            user(system);
        } else if (turns.getFirst().role() == Turn.Role.ASSISTANT) {
            user(List.of(new Block.Text(BEFORE, false)));
        }
        turns.forEach(this::write);
        if (!turns.isEmpty() && turns.getLast().role() == Turn.Role.ASSISTANT) {
            draft.drop("prefill");
            user(List.of(new Block.Text(GO_ON, false)));
        }
        draft.out().endArray();
    }

    /** Text that is empty Gemini refuses; thoughts go back only with their signatures. */
    private boolean sayable(Block block) {
        return switch (block) {
            case Block.Text(var text, _) -> !text.isEmpty();
            case Block.Thinking(_, _, var carried) ->
                    carried == null ? dropped("thinking") : GeminiSignature.of(carried) != null;
            case Block.RedactedThinking _ -> dropped("redacted_thinking");
            case Block.Image _,
                    Block.Document _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    true;
        };
    }

    private boolean dropped(String name) {
        draft.drop(name);
        return false;
    }

    private void write(Turn turn) {
        switch (turn.role()) {
            case ASSISTANT -> new GeminiModelWriter(draft, called).write(turn.content());
            case USER, SYSTEM -> user(turn.content());
        }
    }

    /** Results first, all of a turn in one content; what they cannot hold comes behind them. */
    private void user(List<Block> content) {
        var results = new ArrayList<Block.ToolResult>();
        var attached = new ArrayList<Block>();
        var rest = new ArrayList<Block>();
        for (var block : content) {
            if (block instanceof Block.ToolResult result) {
                results.add(result);
            } else {
                rest.add(block);
            }
        }
        if (results.isEmpty() && rest.isEmpty()) {
            return;
        }
        start();
        for (var result : results) {
            var name = called.getOrDefault(result.toolUseId(), "unknown");
            attached.addAll(new GeminiResultWriter(draft, parts).write(result, name));
        }
        if (!attached.isEmpty()) {
            end();
            start();
            parts.write(new Block.Text("Attached to the tool results:", false));
            attached.forEach(parts::write);
        }
        rest.forEach(parts::write);
        end();
    }

    private void start() {
        draft.out().startObject().field("role", "user").name("parts").startArray();
    }

    private void end() {
        draft.out().endArray().endObject();
    }
}
