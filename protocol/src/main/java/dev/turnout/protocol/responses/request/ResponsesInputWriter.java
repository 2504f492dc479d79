package dev.turnout.protocol.responses.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code input}: the system text, then the turns.
 *
 * <p>The system text is a message of the developer, as Codex sends its own, and not {@code
 * instructions}: servers that serve Codex take it, its texts stay apart, and it stands where later
 * ones stand, so that what is cached of a prompt is its beginning in every case.
 */
final class ResponsesInputWriter {

    /** Of reasoning that this API wants back: the item as it came. */
    static final String CARRIED = "responses";

    private final ResponsesDraft draft;
    private final ResponsesPartsWriter parts;

    ResponsesInputWriter(ResponsesDraft draft) {
        this.draft = draft;
        this.parts = new ResponsesPartsWriter(draft);
    }

    void write(Conversation conversation) {
        draft.out().name("input").startArray();
        boolean systemAnywhere = !draft.has(Quirk.SYSTEM_FIRST);
        var turns = conversation.orderedTurns(this::sayable, systemAnywhere);
        var system = List.<Block>copyOf(conversation.system());
        if (!system.isEmpty()) {
            // A request without any message of the user is refused by some servers.
            message(Conversation.lacksUser(turns) ? "user" : "developer", system);
        }
        for (var turn : turns) {
            switch (turn.role()) {
                case SYSTEM -> message("developer", turn.content());
                case ASSISTANT -> new ResponsesAssistantWriter(draft).write(turn.content());
                case USER -> user(turn);
            }
        }
        draft.out().endArray();
    }

    private boolean sayable(Block block) {
        return switch (block) {
            case Block.Thinking(_, _, var carried) -> isOfResponses(carried) || dropped("thinking");
            case Block.RedactedThinking _ -> dropped("redacted_thinking");
            case Block.Text _,
                    Block.Image _,
                    Block.Document _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    true;
        };
    }

    private static boolean isOfResponses(@Nullable Carried carried) {
        return carried != null && carried.form().equals(CARRIED);
    }

    private boolean dropped(String name) {
        draft.drop(name);
        return false;
    }

    /** Results first, which hold images and files themselves. */
    private void user(Turn turn) {
        var rest = new ArrayList<Block>();
        for (var block : turn.content()) {
            if (block instanceof Block.ToolResult result) {
                result(result);
            } else {
                rest.add(block);
            }
        }
        if (!rest.isEmpty()) {
            message("user", rest);
        }
    }

    private void result(Block.ToolResult result) {
        draft.out().startObject().field("type", "function_call_output");
        draft.out().field("call_id", ResponsesDraft.callId(result.toolUseId())).name("output");
        parts.output(result);
        draft.out().endObject();
    }

    private void message(String role, List<Block> content) {
        draft.out().startObject().field("type", "message").field("role", role).name("content");
        parts.write(content);
        draft.out().endObject();
    }
}
