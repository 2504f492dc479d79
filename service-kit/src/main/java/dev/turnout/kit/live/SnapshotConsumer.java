package dev.turnout.kit.live;

import dev.turnout.contracts.config.Snapshot;

/** A service's part in taking over a snapshot: a bean of this type is asked for each revision. */
public interface SnapshotConsumer {

    /** The service's name in acknowledgements, for example {@code routing}. */
    String service();

    /**
     * Prepares whatever the service derives from the configuration, off the request path.
     *
     * @return what makes it current; only swaps references and cannot fail
     * @throws dev.turnout.contracts.ProblemException where the service cannot serve from it: the
     *     replica then rejects the revision and keeps the one before
     */
    Runnable prepare(Snapshot snapshot);
}
