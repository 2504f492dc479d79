package dev.turnout.config.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.audit.AuditTrails;
import dev.turnout.config.document.Deployment;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.feed.Feeds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Revisions that are kept in a folder of a test, and counted from 1 unless it sets the clock. */
public final class RevisionsIn {

    private RevisionsIn() {}

    public static Revisions folder(Path dir, Deployment deployment) {
        return folder(dir, deployment, Feeds.immediate());
    }

    public static Revisions folder(Path dir, Deployment deployment, ConfigFeed feed) {
        return folder(dir, deployment, feed, Instant.EPOCH);
    }

    public static Revisions folder(Path dir, Deployment deployment, ConfigFeed feed, Instant now) {
        return new Revisions(
                store(dir), deployment, feed, AuditTrails.none(), Clock.fixed(now, ZoneOffset.UTC));
    }

    public static Candidate submitted(String document) {
        return new Candidate(Origin.SUBMITTED, document, "alice", "a try");
    }

    static RevisionStore store(Path dir) {
        return new RevisionStore(dir, new ObjectMapper().findAndRegisterModules());
    }
}
