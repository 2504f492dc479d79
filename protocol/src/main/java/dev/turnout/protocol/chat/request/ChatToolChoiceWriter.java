package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.json.JsonWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the model must call a tool, and how this server is told.
 *
 * @param said in the fields for it; null for nothing
 * @param hint said in the system text instead
 * @param givesTools whether the tools are given at all
 * @param oneAtATime whether {@code parallel_tool_calls} is switched off
 */
record ChatToolChoiceWriter(
        @Nullable ToolChoice said, Optional<String> hint, boolean givesTools, boolean oneAtATime) {

    /**
     * @param functions that the model is given
     */
    static ChatToolChoiceWriter of(
            Conversation conversation, List<Tool.Function> functions, ChatDraft draft) {
        var choice = conversation.toolChoice();
        if (choice == null || functions.isEmpty()) {
            if (choice != null && choice.demands()) {
                draft.drop("tool_choice");
            }
            return new ChatToolChoiceWriter(null, Optional.empty(), true, false);
        }
        var oneAtATime = !choice.parallel() && !draft.has(Quirk.NO_PARALLEL_TOOL_CALLS);
        return draft.has(Quirk.NO_TOOL_CHOICE)
                ? hinted(choice, conversation, oneAtATime)
                : new ChatToolChoiceWriter(choice, Optional.empty(), true, oneAtATime);
    }

    /** For servers that know no choice: GLM, Kimi K2, MiniMax, Ollama, DeepSeek while it thinks. */
    private static ChatToolChoiceWriter hinted(
            ToolChoice choice, Conversation conversation, boolean oneAtATime) {
        return switch (choice.kind()) {
            case AUTO -> new ChatToolChoiceWriter(null, Optional.empty(), true, oneAtATime);
            case ANY -> hinted("Call at least one tool in your answer.", oneAtATime);
            case ONE -> hinted("Call the tool " + choice.tool() + " in your answer.", oneAtATime);
            case NONE ->
                    conversation.hasCalls()
                            ? hinted("Do not call any tool in your answer.", oneAtATime)
                            : new ChatToolChoiceWriter(null, Optional.empty(), false, false);
        };
    }

    private static ChatToolChoiceWriter hinted(String hint, boolean oneAtATime) {
        return new ChatToolChoiceWriter(null, Optional.of(hint), true, oneAtATime);
    }

    void write(JsonWriter out) {
        if (said != null) {
            out.name("tool_choice");
            switch (said.kind()) {
                case AUTO -> out.string("auto");
                case ANY -> out.string("required");
                case NONE -> out.string("none");
                case ONE -> {
                    out.startObject().field("type", "function").name("function").startObject();
                    out.field("name", said.tool() == null ? "" : said.tool());
                    out.endObject().endObject();
                }
            }
        }
        if (oneAtATime) {
            out.field("parallel_tool_calls", false);
        }
    }
}
