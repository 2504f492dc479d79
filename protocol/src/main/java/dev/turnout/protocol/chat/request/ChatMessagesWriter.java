package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.chat.wire.ChatCarried;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Wording;
import java.util.ArrayList;
import java.util.List;

/** The field {@code messages}: the system text, then the turns. */
final class ChatMessagesWriter {

    private static final String BETWEEN = "\n\n";

    private final ChatDraft draft;
    private final boolean echo;

    /**
     * @param echo whether the assistant's reasoning is sent back
     */
    ChatMessagesWriter(ChatDraft draft, boolean echo) {
        this.draft = draft;
        this.echo = echo;
    }

    /**
     * @param hints what other fields would say if the server knew them, for the system text
     */
    void write(Conversation conversation, List<String> hints) {
        draft.out().name("messages").startArray();
        var system = new ArrayList<>(conversation.system());
        hints.forEach(hint -> system.add(new Block.Text(hint, false)));
        boolean systemAnywhere = !draft.has(Quirk.SYSTEM_FIRST);
        var turns = conversation.orderedTurns(this::sayable, systemAnywhere);
        if (Conversation.lacksUser(turns) && !system.isEmpty()) {
            user(List.copyOf(system)); // GLM and Qwen demand a message of the user
        } else if (!system.isEmpty()) {
            system(system);
        }
        for (var turn : turns) {
            write(turn);
        }
        draft.out().endArray();
    }

    private boolean sayable(Block block) {
        return switch (block) {
            case Block.Thinking thinking -> echo || isRestored(thinking) || dropped("thinking");
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

    /** Whether the server has it from itself, and wants it back. */
    private boolean isRestored(Block.Thinking thinking) {
        var carried = thinking.carried();
        return carried != null
                && switch (carried.form()) {
                    case ChatCarried.REASONING_DETAILS, ChatCarried.GOOGLE -> true;
                    // DeepSeek wants it beside tools and nowhere else: its quirk says when
                    case ChatCarried.REASONING_CONTENT -> !draft.has(Quirk.ECHO_REASONING);
                    default -> false;
                };
    }

    private boolean dropped(String name) {
        draft.drop(name);
        return false;
    }

    private void write(Turn turn) {
        switch (turn.role()) {
            case SYSTEM -> system(Wording.all(turn.content()));
            case ASSISTANT -> new ChatAssistantWriter(draft, echo).write(turn.content());
            case USER -> user(turn.content());
        }
    }

    private void system(List<Block.Text> texts) {
        draft.out().startObject().field("role", "system").name("content");
        ChatContentWriter.texts(texts, BETWEEN, draft);
        draft.out().endObject();
    }

    /** Results first; what they cannot hold begins the message behind them. */
    private void user(List<Block> content) {
        var attachments = new ArrayList<Block>();
        var rest = new ArrayList<Block>();
        for (var block : content) {
            if (block instanceof Block.ToolResult result) {
                attachments.addAll(ChatToolResultWriter.write(result, draft));
            } else {
                rest.add(ChatOmitted.orShown(block, draft));
            }
        }
        if (!attachments.isEmpty()) {
            attachments.addFirst(ChatToolResultWriter.caption(attachments));
            rest.addAll(0, attachments);
        }
        boolean answers = content.stream().anyMatch(Block.ToolResult.class::isInstance);
        if (answers && !rest.isEmpty() && draft.has(Quirk.ASSISTANT_AFTER_TOOLS)) {
            draft.out().startObject().field("role", "assistant");
            draft.out().field("content", "I have the results.").endObject();
        }
        if (!rest.isEmpty()) {
            draft.out().startObject().field("role", "user").name("content");
            ChatContentWriter.user(rest, draft);
            draft.out().endObject();
        }
    }
}
