package dev.turnout.protocol.chat;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.ToolIds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A turn of the assistant: one message with all its text and calls. A web search that the provider
 * ran stands in a message of its own, with its answer behind it:
 *
 * <pre>
 *   text, search, hits, text, call   ▶   assistant text + search │ tool hits │ assistant text + call
 * </pre>
 */
final class ChatAssistant {

    private static final String MISSING = "[tool result missing]";

    private final ChatDraft draft;
    private final boolean echo;

    private final List<Block.Text> texts = new ArrayList<>();
    private final List<String> thoughts = new ArrayList<>();
    private boolean goesOn;

    /**
     * @param echo whether reasoning is sent back
     */
    ChatAssistant(ChatDraft draft, boolean echo) {
        this.draft = draft;
        this.echo = echo;
    }

    void write(List<Block> content) {
        var calls = new ArrayList<Call>();
        for (var block : content) {
            switch (block) {
                case Block.Text text -> add(text);
                case Block.Thinking thinking -> thoughts.add(thinking.text());
                case Block.ToolUse use -> calls.add(new Call(use.id(), use.name(), use.input()));
                case Block.ServerToolUse search -> {
                    message(List.of(new Call(search.id(), search.name(), search.input())));
                    ChatToolResult.write(search.id(), found(search.id(), content), draft);
                }
                case Block.WebSearchResult _, Block.RedactedThinking _ -> {}
                case Block.Image _, Block.Document _, Block.ToolResult _, Block.ToolReference _ ->
                        throw new IllegalArgumentException("not the assistant's: " + block);
            }
            goesOn = block instanceof Block.Text;
        }
        if (!texts.isEmpty() || !calls.isEmpty()) {
            message(calls);
        }
    }

    private record Call(String id, String name, String input) {}

    /** Texts that follow one another are one, cut at citations for example. */
    private void add(Block.Text text) {
        if (goesOn && !texts.isEmpty()) {
            var before = texts.removeLast();
            boolean cached = before.cached() || text.cached();
            texts.add(new Block.Text(before.text() + text.text(), cached));
        } else {
            texts.add(text);
        }
    }

    /** Content is never null: DeepSeek and Kimi refuse that beside calls. */
    private void message(List<Call> calls) {
        var out = draft.out();
        out.startObject().field("role", "assistant").name("content");
        ChatContent.texts(texts, "\n\n", draft);
        if (echo) {
            out.field("reasoning_content", thoughts.stream().collect(Collectors.joining("\n\n")));
        }
        if (!calls.isEmpty()) {
            out.name("tool_calls").startArray();
            calls.forEach(this::call);
            out.endArray();
        }
        out.endObject();
        texts.clear();
        thoughts.clear();
    }

    private void call(Call call) {
        var out = draft.out();
        out.startObject().field("id", ToolIds.atMost(ChatToolResult.MAX_ID, call.id()));
        out.field("type", "function").name("function").startObject();
        out.field("name", call.name()).field("arguments", call.input());
        out.endObject().endObject();
    }

    private static String found(String id, List<Block> content) {
        for (var block : content) {
            if (block instanceof Block.WebSearchResult result && result.toolUseId().equals(id)) {
                return result.inWords();
            }
        }
        return MISSING;
    }
}
