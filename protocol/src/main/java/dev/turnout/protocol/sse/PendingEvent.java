package dev.turnout.protocol.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * The event whose lines are coming in. Its data lies where it was received as long as it is one
 * line there, and in an array of its own from then on.
 */
final class PendingEvent {

    /** Bytes of a name that are kept; real ones have some twenty. */
    static final int MAX_NAME = 64;

    private static final byte[] NEWLINE = {'\n'};

    private final SseSink sink;
    private final int limit;

    private boolean begun;
    private String name = "";
    private boolean hasData;
    private boolean wanted;
    private boolean whole;

    /** The array that was received and holds the data; null once it is in {@link #copy}. */
    private byte @Nullable [] received;

    private int offset;
    private int length;
    private final Bytes copy = new Bytes();

    PendingEvent(SseSink sink, int limit) {
        this.sink = sink;
        this.limit = limit;
    }

    /** Whether any of its lines has come. */
    boolean begun() {
        return begun;
    }

    /** Whether data that comes now matters; the sink is asked when the first does. */
    boolean wantsData() {
        return hasData ? wanted : sink.wants(name);
    }

    /** Takes a line: a field's name, and its value from {@code value} to {@code end}. */
    void field(byte[] bytes, int start, int colon, int value, int end) {
        begun = true;
        if (is(bytes, start, colon, "data")) {
            data(bytes, value, end);
        } else if (is(bytes, start, colon, "event")) {
            name = new String(bytes, value, Math.min(MAX_NAME, end - value), UTF_8);
        }
    }

    /** The blank line has come: hands the event over, if it has data, and begins the next. */
    void complete() {
        if (hasData) {
            sink.event(
                    received == null
                            ? new SseEvent(name, copy.array(), 0, copy.length(), whole)
                            : new SseEvent(name, received, offset, length, whole));
        }
        begun = false;
        name = "";
        hasData = false;
        received = null;
        copy.clear();
    }

    /** The received array will be gone: copies what is needed of it. */
    void letGo() {
        if (received != null) {
            copy.add(received, offset, offset + length);
            received = null;
        }
    }

    private void data(byte[] bytes, int from, int to) {
        boolean first = !hasData;
        if (first) {
            wanted = sink.wants(name);
            whole = wanted;
            hasData = true;
        }
        if (!wanted) {
            return;
        }
        if (first) {
            received = bytes;
            offset = from;
            length = Math.min(limit, to - from);
            whole = length == to - from;
        } else {
            letGo();
            add(NEWLINE, 0, 1);
            add(bytes, from, to);
        }
    }

    private void add(byte[] bytes, int from, int to) {
        int room = limit - copy.length();
        copy.add(bytes, from, Math.min(to, from + room));
        whole &= to - from <= room;
    }

    private static boolean is(byte[] bytes, int from, int to, String field) {
        boolean same = to - from == field.length();
        for (int i = 0; same && i < field.length(); i++) {
            same = bytes[from + i] == field.charAt(i);
        }
        return same;
    }
}
