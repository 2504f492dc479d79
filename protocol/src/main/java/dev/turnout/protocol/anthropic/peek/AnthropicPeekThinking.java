package dev.turnout.protocol.anthropic.peek;

import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.ElementCuts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of thinking, and what of that must go if thinking is switched off. */
final class AnthropicPeekThinking {

    private final AnthropicRefusable refusable;

    private boolean on;
    private int budget;
    private @Nullable Span budgetSpan;

    /** Of type {@code enabled}. */
    private @Nullable Span enabled;

    /** Edits of the context that are refused unless the model thinks. */
    private final ElementCuts edits = new ElementCuts();

    AnthropicPeekThinking(AnthropicRefusable refusable) {
        this.refusable = refusable;
    }

    /** Reads {@code thinking}. */
    void read(JsonScan scan) {
        int start = scan.start();
        boolean budgeted = false;
        if (scan.enterObject()) {
            on = true;
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "type" -> {
                        on = !scan.is("disabled");
                        budgeted = scan.is("enabled");
                    }
                    case "budget_tokens" -> {
                        budget = Math.clamp(scan.longOr(0), 0, Integer.MAX_VALUE);
                        budgetSpan = scan.span();
                    }
                    default -> refusable.ofThinking(scan);
                }
            }
        }
        if (budgeted) {
            enabled = new Span(start, scan.end() - start);
        }
    }

    /** Reads {@code context_management}. */
    void readManagement(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("edits") && scan.enterArray()) {
                    while (scan.nextElement()) {
                        edit(scan);
                    }
                }
            }
        }
    }

    private void edit(JsonScan scan) {
        int start = scan.start();
        boolean ofThinking = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                ofThinking |= scan.name().equals("type") && scan.startsWith("clear_thinking_");
            }
        }
        if (ofThinking) {
            edits.cut(start, scan.end());
        } else {
            edits.keep(start, scan.end());
        }
    }

    boolean on() {
        return on;
    }

    /** In tokens; 0 where none is given. */
    int budget() {
        return budget;
    }

    /** The value of {@code budget_tokens}; null where none is given. */
    @Nullable Span budgetSpan() {
        return budgetSpan;
    }

    /**
     * The cuts that leave a request. With a budget, Anthropic demands the thinking before calls
     * whose results are brought ("a final `assistant` message must start with a thinking block");
     * an adaptive model does not mind. Without thinking it refuses edits of thinking
     * ("`clear_thinking_20251015` strategy requires `thinking` to be enabled").
     */
    ThinkingCuts cuts(AnthropicPeekCuts messages) {
        var spans = messages.spans();
        if (enabled == null || !messages.bareCalls()) {
            return spans.isEmpty() ? ThinkingCuts.NONE : new ThinkingCuts(spans, null);
        }
        var all = new ArrayList<>(spans);
        all.addAll(edits.cutsAll() ? List.of(edits.all()) : edits.spans());
        return new ThinkingCuts(all, enabled);
    }
}
