package dev.turnout.protocol.edit;

import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Cuts members out of the objects of a well-formed JSON text, together with the right commas:
 *
 * <pre>
 *   {"kept":1, "cut":2, "cut":3, "kept":4}     {"kept":1, "cut":2}     {"kept":1, "x":{"cut":2}}
 *              ──────────────────                       ─────────               ──────────────
 * </pre>
 *
 * An object of which nothing is left goes with its own name: who refuses a field of it knows seldom
 * what an empty one means.
 */
public final class MemberCuts {

    private final byte[] json;

    private MemberCuts(byte[] json) {
        this.json = json;
    }

    /**
     * What is to be cut, in order.
     *
     * @param members each from the quote of its name to the end of its value; none within another
     */
    public static List<Span> of(byte[] json, List<Span> members) {
        return members.isEmpty() ? List.of() : new MemberCuts(json).cuts(members);
    }

    private List<Span> cuts(List<Span> members) {
        var rows = rows(members);
        var emptied = rows.stream().filter(this::isAllOfAMember).toList();
        if (!emptied.isEmpty()) {
            var wider = new ArrayList<>(rows);
            wider.removeAll(new HashSet<>(emptied));
            emptied.forEach(row -> wider.add(parent(row)));
            return cuts(wider);
        }
        return rows.stream().map(this::withComma).toList();
    }

    /** Members with nothing but a comma between them are cut at once. */
    private List<Span> rows(List<Span> members) {
        var ordered = new ArrayList<>(members);
        ordered.sort(Comparator.comparingInt(Span::offset));
        var rows = new ArrayList<Span>();
        for (var member : ordered) {
            if (!rows.isEmpty() && follows(rows.getLast(), member)) {
                var first = rows.removeLast();
                rows.add(new Span(first.offset(), member.end() - first.offset()));
            } else {
                rows.add(member);
            }
        }
        return rows;
    }

    private boolean follows(Span row, Span member) {
        int comma = next(row.end());
        return json[comma] == ',' && next(comma + 1) == member.offset();
    }

    private boolean isAllOfAMember(Span row) {
        int open = previous(row.offset() - 1);
        return json[open] == '{'
                && json[next(row.end())] == '}'
                && open > 0
                && json[previous(open - 1)] == ':';
    }

    private Span parent(Span row) {
        int open = previous(row.offset() - 1);
        int start = JsonText.nameStart(json, open);
        return new Span(start, next(row.end()) + 1 - start);
    }

    private Span withComma(Span row) {
        int after = next(row.end());
        if (json[after] == ',') {
            return new Span(row.offset(), after + 1 - row.offset());
        }
        int before = previous(row.offset() - 1);
        return json[before] == ',' ? new Span(before, row.end() - before) : row;
    }

    /** Offset of the first byte that is no white space, at or behind an offset. */
    private int next(int from) {
        int at = from;
        while (json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The same at or before an offset; 0 where there is none. */
    private int previous(int from) {
        int at = from;
        while (at > 0 && json[at] <= ' ' && json[at] >= 0) {
            at--;
        }
        return at;
    }
}
