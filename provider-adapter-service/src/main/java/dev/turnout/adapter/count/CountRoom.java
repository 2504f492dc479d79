package dev.turnout.adapter.count;

/**
 * How much may be held to be counted: a count may take a second, and holds a whole body until then.
 */
final class CountRoom {

    private static final int MOST_PROMPTS = 64;
    private static final long MOST_BYTES = 64L << 20;

    private int prompts;
    private long bytes;

    /** Whether there was room for a prompt of so many bytes; it is taken then. */
    synchronized boolean enter(int size) {
        if (prompts >= MOST_PROMPTS || bytes + size > MOST_BYTES) {
            return false;
        }
        prompts++;
        bytes += size;
        return true;
    }

    /** Gives back the room of a prompt that has entered. */
    synchronized void leave(int size) {
        prompts--;
        bytes -= size;
    }
}
