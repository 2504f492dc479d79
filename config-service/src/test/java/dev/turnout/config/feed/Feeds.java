package dev.turnout.config.feed;

import io.smallrye.mutiny.Multi;

/** Feeds that deliver at once, on the thread that publishes, and whose hearts do not beat. */
public final class Feeds {

    private Feeds() {}

    public static ConfigFeed immediate() {
        return new ConfigFeed(Multi.createFrom().nothing(), Runnable::run);
    }
}
