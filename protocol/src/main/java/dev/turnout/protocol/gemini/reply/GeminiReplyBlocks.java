package dev.turnout.protocol.gemini.reply;

import dev.turnout.protocol.gemini.reply.GeminiReplyPart.Said;
import dev.turnout.protocol.gemini.wire.GeminiSignature;
import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts parts into blocks. A signature travels in a thinking block beside what it signs, an empty
 * one where there is none:
 *
 * <pre>
 *   said:    thought ── thought ── call ✓ ── call        text ── text ✓ ── call ✓
 *   told:    thinking ✓ │ call │ call                    text │ thinking ✓ │ thinking ✓ │ call
 * </pre>
 *
 * The signature of a text that ends the answer is not told: nobody checks it, and a client that
 * prints the last block of an answer, as Claude Code does when it is asked to print, would print
 * nothing.
 */
final class GeminiReplyBlocks {

    private final AnswerContext context;
    private final Consumer<ReplyEvent> events;

    private @Nullable Prose open;
    private @Nullable GeminiSignature signature;

    /** Signatures of texts, told if more than text follows. */
    private final List<String> ofTexts = new ArrayList<>(0);

    /** What a block would begin with, if more than white space comes. */
    private String blank = "";

    private @Nullable Prose blankOf;

    /** The first half of a character whose other half comes with the next part. */
    private String half = "";

    /** Ids that have been told: no two blocks may share one. */
    private final Set<String> taken = new HashSet<>();

    private int calls;
    private boolean any;

    GeminiReplyBlocks(AnswerContext context, Consumer<ReplyEvent> events) {
        this.context = context;
        this.events = events;
    }

    private enum Prose {
        TEXT,
        THINKING
    }

    void add(GeminiReplyPart part) {
        switch (part.said()) {
            case Said.Text(var text) -> {
                prose(Prose.TEXT, text);
                if (!part.signature().isEmpty()) {
                    ofTexts.add(part.signature());
                }
            }
            case Said.Thought(var text) -> {
                prose(Prose.THINKING, text);
                if (!part.signature().isEmpty()) {
                    sign(part.signature(), GeminiSignature.Part.THOUGHT);
                }
            }
            case Said.Call call -> {
                if (!call.name().isEmpty()) {
                    call(call, part.signature());
                }
            }
        }
    }

    /** A search that Google ran for the answer. */
    void searched(GeminiGrounding grounding) {
        stop();
        blank = "";
        var id = ReplyIds.serverTool(0, context);
        tell(new ReplyBlock.ServerToolUse(id, "web_search"));
        var query = JsonText.quote(String.join(", ", grounding.queries()));
        events.accept(new ReplyEvent.InputDelta("{\"query\":" + query + "}"));
        events.accept(new ReplyEvent.BlockStopped());
        tell(new ReplyBlock.WebSearchResult(id, grounding.hits(), null));
        events.accept(new ReplyEvent.BlockStopped());
    }

    /** Nothing follows. */
    void end() {
        stop();
    }

    boolean anyCall() {
        return calls > 0;
    }

    /** Whether a block has been told. */
    boolean any() {
        return any;
    }

    private void call(Said.Call call, String signed) {
        blank = "";
        if (open == Prose.TEXT) {
            stop();
        }
        ofTexts.forEach(text -> sign(text, GeminiSignature.Part.TEXT));
        ofTexts.clear();
        if (!signed.isEmpty()) {
            sign(signed, GeminiSignature.Part.CALL);
        }
        stop();
        var own = taken.add(call.id()) ? call.id() : "";
        tell(new ReplyBlock.ToolUse(ReplyIds.tool(own, calls++, context), call.name()));
        if (!call.arguments().isEmpty()) {
            events.accept(new ReplyEvent.InputDelta(call.arguments()));
        }
        events.accept(new ReplyEvent.BlockStopped());
    }

    /** Gives the open thinking block a signature, or an empty one where it has its own. */
    private void sign(String signed, GeminiSignature.Part part) {
        if (open != Prose.THINKING || signature != null || part == GeminiSignature.Part.TEXT) {
            start(Prose.THINKING);
        }
        signature = new GeminiSignature(signed, part);
    }

    private void prose(Prose kind, String said) {
        var text = half + said;
        half = "";
        if (text.isEmpty()) {
            return;
        }
        if (Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            half = text.substring(text.length() - 1);
            text = text.substring(0, text.length() - 1);
        }
        if (open != kind || signature != null) {
            blank = blankOf == kind ? blank + text : text;
            blankOf = kind;
            if (text.isBlank()) {
                return;
            }
            text = blank;
            start(kind);
        }
        blank = "";
        events.accept(
                kind == Prose.TEXT
                        ? new ReplyEvent.TextDelta(text)
                        : new ReplyEvent.ThinkingDelta(text));
    }

    private void start(Prose kind) {
        stop();
        open = kind;
        tell(kind == Prose.TEXT ? new ReplyBlock.Text() : new ReplyBlock.Thinking());
    }

    private void stop() {
        if (open == null) {
            return;
        }
        if (signature != null) {
            events.accept(new ReplyEvent.CarriedDelta(signature.carried()));
        }
        open = null;
        signature = null;
        events.accept(new ReplyEvent.BlockStopped());
    }

    private void tell(ReplyBlock block) {
        any = true;
        events.accept(new ReplyEvent.BlockStarted(block));
    }
}
