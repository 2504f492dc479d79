package dev.turnout.kit.live;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Snapshot;

/** A part of a process that serves from what it was last told to. */
final class Part implements SnapshotConsumer {

    private final String service;

    /** The revision it serves from. */
    volatile long current;

    volatile long refused;
    volatile long faulty;
    volatile long stuck;

    Part(String service) {
        this.service = service;
    }

    /** It cannot serve from this revision, and says why. */
    Part refusing(long revision) {
        refused = revision;
        return this;
    }

    /** It has a bug that this revision shows. */
    Part failingAt(long revision) {
        faulty = revision;
        return this;
    }

    /** It breaks its promise that the last step cannot fail. */
    Part stuckAt(long revision) {
        stuck = revision;
        return this;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public Runnable prepare(Snapshot snapshot) {
        long revision = snapshot.revision();
        if (revision == refused) {
            throw Problem.of(ProblemCode.INVALID_REQUEST, "no such profile").asException();
        }
        if (revision == faulty) {
            throw new IllegalStateException("a bug");
        }
        return () -> {
            if (revision == stuck) {
                throw new IllegalStateException("stuck");
            }
            current = revision;
        };
    }
}
