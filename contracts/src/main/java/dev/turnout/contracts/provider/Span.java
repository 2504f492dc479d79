package dev.turnout.contracts.provider;

/** A stretch of the received body. {@code offset} and {@code length} count bytes. */
public record Span(int offset, int length) {

    public Span {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no such span: " + offset + ", " + length);
        }
    }

    /** The offset of the first byte behind the span. */
    public int end() {
        return offset + length;
    }

    /** Whether the other lies within this one. */
    public boolean holds(Span other) {
        return offset <= other.offset && other.end() <= end();
    }
}
