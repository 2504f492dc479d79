package dev.turnout.protocol.peek;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code <CCR-SUBAGENT-MODEL>provider/model</CCR-SUBAGENT-MODEL>} in the texts of a request:
 * how prompts written for claude-code-router name their model.
 */
public final class RoutingTags {

    private static final String OPEN = "<CCR-SUBAGENT-MODEL>";
    private static final String CLOSE = "</CCR-SUBAGENT-MODEL>";

    private final List<Span> spans = new ArrayList<>();
    private @Nullable String value;

    /**
     * Notes each tag in a JSON string, also where its brackets and slash are escaped.
     *
     * @param quote offset of the string's opening quote
     */
    public void search(byte[] json, int quote) {
        int from = quote + 1;
        while (true) {
            int open = JsonText.find(json, from, OPEN);
            int content = open < 0 ? -1 : JsonText.match(json, open, OPEN);
            int close = open < 0 ? -1 : JsonText.find(json, content, CLOSE);
            if (close < 0) {
                return;
            }
            from = JsonText.match(json, close, CLOSE);
            spans.add(new Span(open, from - open));
            if (value == null) {
                var name = JsonText.decode(json, content, close).strip();
                value = name.isEmpty() ? null : name;
            }
        }
    }

    /** Takes over what others have found. */
    public void addAll(RoutingTags others) {
        spans.addAll(others.spans);
        if (value == null) {
            value = others.value;
        }
    }

    /** What the first tag that names something names; null without one. */
    public @Nullable String value() {
        return value;
    }

    /** Every tag, brackets included. */
    public List<Span> spans() {
        return spans;
    }
}
