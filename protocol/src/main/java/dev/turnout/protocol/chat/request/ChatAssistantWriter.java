package dev.turnout.protocol.chat.request;

import dev.turnout.protocol.chat.wire.ChatCarried;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Elements of {@code reasoning_details}, arrays of them without their brackets. */
    private final List<String> details = new ArrayList<>(0);

    /** What the next call came with; null for nothing. */
    private @Nullable String extraContent;

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
                case Block.Thinking thinking -> think(thinking);
                case Block.ToolUse use -> {
                    calls.add(new Call(use.id(), use.name(), use.input(), extraContent));
                    extraContent = null;
                }
                case Block.ServerToolUse search -> {
                    message(List.of(new Call(search.id(), search.name(), search.input(), null)));
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

    private record Call(String id, String name, String input, @Nullable String extraContent) {}

    /** In the field it came in, toward the server it came from; else as text, if that is wanted. */
    private void think(Block.Thinking thinking) {
        var carried = thinking.carried();
        var form = carried == null ? Carried.TEXT : carried.form();
        if (echo || form.equals(ChatCarried.REASONING_CONTENT)) {
            thoughts.add(thinking.text());
        }
        if (carried != null && form.equals(ChatCarried.REASONING_DETAILS)) {
            details.add(carried.json().substring(1, carried.json().length() - 1));
        } else if (carried != null && form.equals(ChatCarried.GOOGLE)) {
            extraContent = carried.json();
        }
    }

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
        if (echo || !thoughts.isEmpty()) {
            var thought = String.join("\n\n", thoughts);
            out.field(
                    "reasoning_content",
                    thought.isEmpty() ? ChatReasoningWriter.unthought(draft) : thought);
        }
        if (!details.isEmpty()) {
            out.name("reasoning_details").raw("[" + String.join(",", details) + "]");
        }
        if (!calls.isEmpty()) {
            out.name("tool_calls").startArray();
            calls.forEach(this::call);
            out.endArray();
        }
        out.endObject();
        texts.clear();
        thoughts.clear();
        details.clear();
    }

    private void call(Call call) {
        var out = draft.out();
        out.startObject().field("id", draft.callIds().ofCall(call.id(), call.name()));
        out.field("type", "function").name("function").startObject();
        out.field("name", call.name()).field("arguments", call.input()).endObject();
        if (call.extraContent() != null) {
            out.name("extra_content").raw(call.extraContent());
        }
        out.endObject();
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
