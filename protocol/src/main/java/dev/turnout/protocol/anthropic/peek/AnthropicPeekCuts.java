package dev.turnout.protocol.anthropic.peek;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.peek.ElementCuts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is cut out of the messages in one way to cut thinking. A message of nothing else goes as a
 * whole, since none may be empty.
 */
final class AnthropicPeekCuts {

    private final ElementCuts messages = new ElementCuts();
    private final List<Span> blocks = new ArrayList<>();
    private boolean bareCalls;

    /**
     * Takes the next message.
     *
     * @param cut its blocks; null of one that keeps them all
     */
    void add(AnthropicPeekBlocks.@Nullable Cut cut, int start, int end) {
        if (cut == null) {
            messages.keep(start, end);
        } else if (cut.blocks().cutsAll()) {
            messages.cut(start, end);
        } else {
            messages.keep(start, end);
            blocks.addAll(cut.blocks().spans());
            bareCalls = cut.bareCalls();
        }
    }

    /** In order. */
    List<Span> spans() {
        if (messages.cutsAll()) {
            return List.of(messages.all());
        }
        var spans = new ArrayList<>(blocks);
        spans.addAll(messages.spans());
        spans.sort(Comparator.comparingInt(Span::offset));
        return spans;
    }

    /** Whether the assistant's last message calls tools and has lost its thinking. */
    boolean bareCalls() {
        return bareCalls;
    }
}
