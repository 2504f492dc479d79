package dev.turnout.protocol.sse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Splits a byte stream into server-sent events as the WHATWG grammar has them, whatever the
 * chunking: lines may end in LF, CR or CRLF and be cut anywhere; comments, unknown fields and a
 * byte order mark are passed over.
 *
 * <p>Lines are looked at where they lie; only one that a chunk leaves open is copied.
 */
public final class SseSplitter {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] COMMENT = ":".getBytes(US_ASCII);
    private static final byte[] DATA = "data:".getBytes(US_ASCII);

    /** More than a field's name takes, mark and event name included. */
    private static final int LINE_EXTRA = 2 * PendingEvent.MAX_NAME;

    private final PendingEvent event;
    private final int lineLimit;

    /** The line that the last chunk left open, as far as it matters. */
    private final Bytes line = new Bytes();

    private boolean lineOpen;
    private boolean restUnwanted;
    private boolean firstLine = true;
    private boolean afterReturn;

    /**
     * @param limit bytes of one event's data that are kept; the rest is cut off
     */
    public SseSplitter(SseSink sink, int limit) {
        event = new PendingEvent(sink, limit);
        lineLimit = limit + LINE_EXTRA;
    }

    /** Reads the next bytes, and hands over each event that they complete. */
    public void feed(byte[] chunk) {
        int start = 0;
        for (int i = 0; i < chunk.length; i++) {
            byte b = chunk[i];
            if (b != '\n' && b != '\r') {
                continue;
            }
            boolean restOfReturn = b == '\n' && afterReturn && i == start && !lineOpen;
            if (!restOfReturn) {
                endLine(chunk, start, i);
            }
            afterReturn = b == '\r';
            start = i + 1;
        }
        if (start < chunk.length) {
            openLine(chunk, start, chunk.length);
        }
        event.letGo();
    }

    /**
     * The stream has ended. An event whose blank line is missing is handed over all the same:
     * providers forget it, and clients differ on what that means.
     */
    public void end() {
        if (lineOpen) {
            endLine(new byte[0], 0, 0);
        }
        event.complete();
    }

    /** Whether all so far ends between two events, so that another may be put in here. */
    public boolean betweenEvents() {
        return !lineOpen && !event.begun();
    }

    private void openLine(byte[] chunk, int from, int to) {
        lineOpen = true;
        if (!restUnwanted) {
            line.add(chunk, from, Math.min(to, from + lineLimit - line.length()));
            restUnwanted =
                    line.length() == lineLimit
                            || line.startsWith(COMMENT)
                            || (line.startsWith(DATA) && !event.wantsData());
        }
    }

    private void endLine(byte[] chunk, int from, int to) {
        if (!lineOpen) {
            line(chunk, from, to);
            return;
        }
        openLine(chunk, from, to);
        lineOpen = false;
        restUnwanted = false;
        line(line.array(), 0, line.length());
        event.letGo();
        line.clear();
    }

    private void line(byte[] bytes, int from, int to) {
        int start = firstLine && isAt(bytes, from, to, BYTE_ORDER_MARK) ? from + 3 : from;
        firstLine = false;
        if (start == to) {
            event.complete();
        } else if (bytes[start] != ':') {
            int colon = start;
            while (colon < to && bytes[colon] != ':') {
                colon++;
            }
            int value = Math.min(to, colon + 1);
            boolean spaced = value < to && bytes[value] == ' ';
            event.field(bytes, start, colon, spaced ? value + 1 : value, to);
        }
    }

    private static boolean isAt(byte[] bytes, int from, int to, byte[] expected) {
        int end = from + expected.length;
        return end <= to && Arrays.equals(bytes, from, end, expected, 0, expected.length);
    }
}
