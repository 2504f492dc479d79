package dev.turnout.protocol.edit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ordered changes to one body. Every byte outside of them stays as it was received, so that a
 * provider's prompt cache keeps working.
 */
public final class Edits {

    private static final Edits NONE = new Edits(List.of());

    private final List<Edit> ordered;

    private Edits(List<Edit> ordered) {
        this.ordered = ordered;
    }

    /**
     * These changes, in the order of their offsets; of two insertions at one place the first given
     * comes first. {@link IllegalArgumentException} where two overlap.
     */
    public static Edits of(List<Edit> edits) {
        if (edits.isEmpty()) {
            return NONE;
        }
        var ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt((Edit edit) -> edit.span().offset()));
        for (int i = 1; i < ordered.size(); i++) {
            var before = ordered.get(i - 1).span();
            var span = ordered.get(i).span();
            if (span.offset() < before.end()) {
                throw new IllegalArgumentException("edits overlap: " + before + " and " + span);
            }
        }
        return new Edits(List.copyOf(ordered));
    }

    /**
     * These changes without those that lie within another, for what lies in something that goes is
     * gone with it; of two at one place, the first stays.
     */
    public static List<Edit> outermost(List<Edit> edits) {
        var ordered = new ArrayList<>(edits);
        ordered.sort(
                Comparator.comparingInt((Edit edit) -> edit.span().offset())
                        .thenComparingInt(edit -> -edit.span().end()));
        var outermost = new ArrayList<Edit>();
        for (var edit : ordered) {
            if (outermost.isEmpty() || !outermost.getLast().span().holds(edit.span())) {
                outermost.add(edit);
            }
        }
        return outermost;
    }

    public boolean isEmpty() {
        return ordered.isEmpty();
    }

    /** Bytes of the result for a body of so many bytes. */
    public int resultLength(int bodyLength) {
        int length = bodyLength;
        for (var edit : ordered) {
            length += edit.replacement().length - edit.span().length();
        }
        return length;
    }

    /**
     * The result as views, in order: of the body where it is kept, of the replacements between.
     * Nothing is copied. {@link IndexOutOfBoundsException} where an edit lies behind the body.
     */
    public List<ByteBuffer> slices(byte[] body) {
        var slices = new ArrayList<ByteBuffer>(2 * ordered.size() + 1);
        int kept = 0;
        for (var edit : ordered) {
            add(slices, body, kept, edit.span().offset());
            add(slices, edit.replacement(), 0, edit.replacement().length);
            kept = edit.span().end();
        }
        add(slices, body, kept, body.length);
        return slices;
    }

    /** The result in an array of its own, or the body itself where nothing changes. */
    public byte[] apply(byte[] body) {
        if (isEmpty()) {
            return body;
        }
        var result = ByteBuffer.allocate(resultLength(body.length));
        for (var slice : slices(body)) {
            result.put(slice);
        }
        return result.array();
    }

    private static void add(List<ByteBuffer> slices, byte[] bytes, int from, int to) {
        if (from != to) {
            slices.add(ByteBuffer.wrap(bytes, from, to - from).asReadOnlyBuffer());
        }
    }
}
