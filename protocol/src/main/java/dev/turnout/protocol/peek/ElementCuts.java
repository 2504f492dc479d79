package dev.turnout.protocol.peek;

import dev.turnout.contracts.provider.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts elements out of a JSON array together with the right commas. It is told each element in
 * order:
 *
 * <pre>
 *   [ cut, cut, keep, cut, keep, cut, cut ]
 *     ─────╌────╌     ─────╌   ╌────╌────      up to what is kept behind; at the end, from it
 * </pre>
 */
public final class ElementCuts {

    private final List<Span> spans = new ArrayList<>();

    /** Elements to be cut, with nothing kept behind them so far. */
    private final List<Span> open = new ArrayList<>();

    private int keptEnd = -1;

    /** This element stays. Offsets of its first byte and behind its last. */
    public void keep(int start, int end) {
        for (int i = 0; i < open.size(); i++) {
            int from = open.get(i).offset();
            int to = i + 1 < open.size() ? open.get(i + 1).offset() : start;
            spans.add(new Span(from, to - from));
        }
        open.clear();
        keptEnd = end;
    }

    /** This element goes. Offsets of its first byte and behind its last. */
    public void cut(int start, int end) {
        open.add(new Span(start, end - start));
    }

    /** Whether there are elements and none of them stays. */
    public boolean cutsAll() {
        return keptEnd < 0 && !open.isEmpty();
    }

    /** All elements together, where none of them stays. */
    public Span all() {
        int from = open.getFirst().offset();
        return new Span(from, open.getLast().end() - from);
    }

    /** What is to be cut, once every element was told; nothing where no element would stay. */
    public List<Span> spans() {
        if (keptEnd >= 0) {
            int from = keptEnd;
            for (var element : open) {
                spans.add(new Span(from, element.end() - from));
                from = element.end();
            }
            open.clear();
        }
        return spans;
    }
}
