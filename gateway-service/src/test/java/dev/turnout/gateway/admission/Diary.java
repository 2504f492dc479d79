package dev.turnout.gateway.admission;

import java.util.ArrayList;
import java.util.List;

/** What has happened, in order, whichever thread did it. */
public final class Diary {

    private static final long HANG_MILLIS = 20_000;

    private final List<String> entries = new ArrayList<>();

    synchronized void add(String entry) {
        entries.add(entry);
        notifyAll();
    }

    public synchronized List<String> entries() {
        return List.copyOf(entries);
    }

    /** Returns once this has been written. */
    public synchronized void await(String entry) throws InterruptedException {
        long end = System.currentTimeMillis() + HANG_MILLIS;
        while (!entries.contains(entry)) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError(entry + " is not among " + entries);
            }
            wait(left);
        }
    }
}
