package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Wording;
import java.util.ArrayList;
import java.util.List;

/** What a call gave, as a message of role {@code tool}, which holds text only. */
final class ChatToolResultWriter {

    private ChatToolResultWriter() {}

    /**
     * Writes the message.
     *
     * @return images and files, which the user's next message brings
     */
    static List<Block> write(Block.ToolResult result, ChatDraft draft) {
        var lines = new ArrayList<Block.Text>();
        var attachments = new ArrayList<Block>();
        for (var given : result.content()) {
            var block = ChatOmitted.orShown(given, draft);
            var text = Wording.of(block);
            if (text != null) {
                lines.add(text);
            } else {
                boolean image = block instanceof Block.Image;
                lines.add(plain(image ? "(see attached image)" : "(see attached file)"));
                attachments.add(block);
            }
        }
        if (lines.isEmpty()) {
            lines.add(plain("(no output)")); // some servers refuse an empty string
        }
        if (result.error()) {
            var first = lines.getFirst();
            lines.set(0, new Block.Text("Error: " + first.text(), first.cached()));
        }
        write(result.toolUseId(), lines, draft);
        return attachments;
    }

    static void write(String id, String text, ChatDraft draft) {
        write(id, List.of(plain(text)), draft);
    }

    /** What stands before the attachments of results. */
    static Block.Text caption(List<Block> attachments) {
        boolean images = attachments.stream().allMatch(Block.Image.class::isInstance);
        return plain("Attached " + (images ? "image(s)" : "file(s)") + " from tool result:");
    }

    private static void write(String id, List<Block.Text> lines, ChatDraft draft) {
        var out = draft.out();
        var call = draft.callIds().ofResult(id);
        out.startObject().field("role", "tool").field("tool_call_id", call.id());
        if (draft.has(Quirk.TOOL_RESULT_NAME)) {
            out.field("name", call.name());
        }
        out.name("content");
        ChatContentWriter.texts(lines, "\n", draft);
        out.endObject();
    }

    private static Block.Text plain(String text) {
        return new Block.Text(text, false);
    }
}
