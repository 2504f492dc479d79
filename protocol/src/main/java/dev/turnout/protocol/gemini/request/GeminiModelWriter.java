package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.gemini.wire.GeminiSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the model's, with the signatures back on what they were given for. A web search that a
 * provider ran is a call, with what it found as its answer behind it:
 *
 * <pre>
 *   text, search, hits, text, call   ▶   model text + search │ user hits │ model text + call
 * </pre>
 */
final class GeminiModelWriter {

    /**
     * Stands for the signature of a call that Gemini did not make (ai.google.dev, thought
     * signatures). It demands one on the first call of each step of the current turn, and minds
     * none further up: with one there as well, what is sent stays the same from turn to turn, and
     * cached.
     */
    private static final String UNSIGNED = "skip_thought_signature_validator";

    private static final String MISSING = "[tool result missing]";

    private final GeminiDraft draft;
    private final Map<String, String> called;

    private boolean open;

    /** Whether a call of this step has been written. */
    private boolean calls;

    /** For the next call. */
    private @Nullable String signature;

    /**
     * @param called gets the names of what is called, by id
     */
    GeminiModelWriter(GeminiDraft draft, Map<String, String> called) {
        this.draft = draft;
        this.called = called;
    }

    void write(List<Block> content) {
        var found = found(content);
        for (int i = 0; i < content.size(); i++) {
            switch (content.get(i)) {
                case Block.Text text ->
                        text(text, i + 1 < content.size() ? content.get(i + 1) : null);
                case Block.Thinking thinking ->
                        thinking(thinking, i == 0 ? null : content.get(i - 1));
                case Block.ToolUse use -> call(use.id(), use.name(), use.input());
                case Block.ServerToolUse search -> {
                    call(search.id(), search.name(), search.input());
                    var hits = found.remove(search.id()); // told once, whatever ids come twice
                    searched(search, hits == null ? MISSING : hits);
                }
                case Block.WebSearchResult _, Block.RedactedThinking _ -> {}
                case Block.Image _, Block.Document _, Block.ToolResult _, Block.ToolReference _ ->
                        throw new IllegalArgumentException(
                                "not the assistant's: " + content.get(i).getClass());
            }
        }
        end();
    }

    private void text(Block.Text text, @Nullable Block next) {
        if (text.cached()) {
            draft.drop("cache_control");
        }
        start();
        draft.out().startObject().field("text", text.text());
        if (signatureOfText(next) instanceof GeminiSignature signed) {
            draft.out().field("thoughtSignature", signed.signature());
        }
        draft.out().endObject();
    }

    /** The signature that a text's thinking block behind it holds. */
    private static @Nullable GeminiSignature signatureOfText(@Nullable Block block) {
        var signed =
                block instanceof Block.Thinking thinking
                        ? GeminiSignature.of(thinking.carried())
                        : null;
        return signed != null && signed.part() == GeminiSignature.Part.TEXT ? signed : null;
    }

    private void thinking(Block.Thinking thinking, @Nullable Block before) {
        var signed = GeminiSignature.of(thinking.carried());
        if (signed == null) {
            return;
        }
        switch (signed.part()) {
            case CALL -> signature = signed.signature();
            case THOUGHT -> signedPart(thinking.text(), true, signed);
            case TEXT -> {
                if (!(before instanceof Block.Text)) {
                    signedPart("", false, signed);
                }
            }
        }
    }

    private void signedPart(String text, boolean thought, GeminiSignature signed) {
        start();
        draft.out().startObject().field("text", text);
        if (thought) {
            draft.out().field("thought", true);
        }
        draft.out().field("thoughtSignature", signed.signature()).endObject();
    }

    private void call(String id, String name, String input) {
        start();
        called.put(id, name);
        var out = draft.out();
        out.startObject().name("functionCall").startObject();
        out.field("id", id).field("name", name).name("args").raw(input).endObject();
        if (signature == null && !calls && draft.model().isThree()) {
            signature = UNSIGNED;
        }
        if (signature != null) {
            out.field("thoughtSignature", signature);
        }
        out.endObject();
        signature = null;
        calls = true;
    }

    private void searched(Block.ServerToolUse search, String hits) {
        end();
        var out = draft.out();
        out.startObject().field("role", "user").name("parts").startArray();
        out.startObject().name("functionResponse").startObject();
        out.field("id", search.id()).field("name", search.name()).name("response");
        out.startObject().field("output", hits).endObject();
        out.endObject().endObject().endArray().endObject();
    }

    private void start() {
        if (!open) {
            open = true;
            calls = false;
            draft.out().startObject().field("role", "model").name("parts").startArray();
        }
    }

    private void end() {
        if (open) {
            open = false;
            draft.out().endArray().endObject();
        }
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
