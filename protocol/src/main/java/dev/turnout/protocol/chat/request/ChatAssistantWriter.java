package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.conversation.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn of the assistant: one message with all its text and calls. A web search that the provider
 * ran stands in a message of its own, with its answer behind it:
 *
 * <pre>
 *   text, search, hits, text, call   ▶   assistant text + search │ tool hits │ assistant text + call
 * </pre>
 */
final class ChatAssistantWriter {

    private static final String MISSING = "[tool result missing]";

    private final ChatDraft draft;
    private final boolean echo;

    private final List<Joined> texts = new ArrayList<>();
    private final List<String> thoughts = new ArrayList<>();
    private boolean goesOn;

    /**
     * @param echo whether reasoning is sent back
     */
    ChatAssistantWriter(ChatDraft draft, boolean echo) {
        this.draft = draft;
        this.echo = echo;
    }

    void write(List<Block> content) {
        var calls = new ArrayList<Call>();
        var found = found(content);
        for (var block : content) {
            switch (block) {
                case Block.Text text -> add(text);
                case Block.Thinking thinking -> thoughts.add(thinking.text());
                case Block.ToolUse use -> calls.add(new Call(use.id(), use.name(), use.input()));
                case Block.ServerToolUse search -> {
                    message(List.of(new Call(search.id(), search.name(), search.input())));
                    var hits = found.remove(search.id()); // told once, whatever ids come twice
                    ChatToolResultWriter.write(search.id(), hits == null ? MISSING : hits, draft);
                }
                case Block.WebSearchResult _, Block.RedactedThinking _ -> {}
                case Block.Image _, Block.Document _, Block.ToolResult _, Block.ToolReference _ ->
                        throw new IllegalArgumentException(
                                "not the assistant's: " + block.getClass());
            }
            goesOn = block instanceof Block.Text;
        }
        if (!texts.isEmpty() || !calls.isEmpty()) {
            message(calls);
        }
    }

    private record Call(String id, String name, String input) {}

    /** Texts that follow one another, cut at citations for example, are one. */
    private static final class Joined {

        private final StringBuilder text = new StringBuilder();
        private boolean cached;

        private void add(Block.Text next) {
            text.append(next.text());
            cached |= next.cached();
        }

        private Block.Text whole() {
            return new Block.Text(text.toString(), cached);
        }
    }

    private void add(Block.Text text) {
        if (!goesOn || texts.isEmpty()) {
            texts.add(new Joined());
        }
        texts.getLast().add(text);
    }

    /** Content is never null: DeepSeek and Kimi refuse that beside calls. */
    private void message(List<Call> calls) {
        var out = draft.out();
        out.startObject().field("role", "assistant").name("content");
        ChatContentWriter.texts(texts.stream().map(Joined::whole).toList(), "\n\n", draft);
        if (echo) {
            var thought = String.join("\n\n", thoughts);
            out.field(
                    "reasoning_content",
                    thought.isEmpty() ? ChatReasoningWriter.unthought(draft) : thought);
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
        out.startObject().field("id", draft.toolId(call.id()));
        out.field("type", "function").name("function").startObject();
        out.field("name", call.name()).field("arguments", call.input());
        out.endObject().endObject();
    }

    /** What searches found, by their ids; the first of two that have one. */
    private static Map<String, String> found(List<Block> content) {
        var found = new HashMap<String, String>();
        for (var block : content) {
            if (block instanceof Block.WebSearchResult result) {
                found.putIfAbsent(result.toolUseId(), result.inWords());
            }
        }
        return found;
    }
}
