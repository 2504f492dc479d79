package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Reasoning.Mode;
import dev.turnout.protocol.conversation.Tool;
import org.jspecify.annotations.Nullable;

/** How much the model is to think, and that what it thought comes back for the next request. */
final class ResponsesReasoningWriter {

    private static final String NONE = "none";
    private static final String MINIMAL = "minimal";

    private ResponsesReasoningWriter() {}

    static void write(Conversation conversation, ResponsesDraft draft) {
        var reasoning = conversation.reasoning();
        var effort = reasoning == null ? null : effort(reasoning, conversation, draft);
        boolean shown =
                reasoning != null && reasoning.mode() != Mode.OFF && draft.model().most() != null;
        if (effort != null || shown) {
            draft.out().name("reasoning").startObject();
            if (effort != null) {
                draft.out().field("effort", effort);
            }
            if (shown) {
                draft.out().field("summary", "auto");
            }
            draft.out().endObject();
        }
        if (draft.model().thinks() && !NONE.equals(effort)) {
            draft.out().name("include").startArray();
            draft.out().string("reasoning.encrypted_content").endArray();
        }
    }

    private static @Nullable String effort(
            Reasoning reasoning, Conversation conversation, ResponsesDraft draft) {
        var model = draft.model();
        if (model.most() == null) {
            if (reasoning.mode() != Mode.OFF || model.thinks()) {
                draft.drop("reasoning");
            }
            return null;
        }
        if (reasoning.mode() == Mode.OFF) {
            // GPT-5 does not search while it thinks so little.
            return MINIMAL.equals(model.off()) && searches(conversation) ? "low" : model.off();
        }
        var effort = reasoning.effortOrBudget();
        return effort == null ? null : model.word(effort);
    }

    private static boolean searches(Conversation conversation) {
        return conversation.tools().stream()
                .anyMatch(
                        tool ->
                                tool instanceof Tool.Server served
                                        && ResponsesSearchTool.is(served));
    }
}
