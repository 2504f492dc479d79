package dev.turnout.config.revision;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.config.audit.AuditTrails;
import dev.turnout.config.document.Deployment;
import dev.turnout.config.feed.ConfigFeed;
import dev.turnout.config.feed.Feeds;
import java.nio.file.Path;

/** Revisions that are kept in a folder of a test. */
public final class RevisionsIn {

    private RevisionsIn() {}

    public static Revisions folder(Path dir, Deployment deployment) {
        return folder(dir, deployment, Feeds.immediate());
    }

    public static Revisions folder(Path dir, Deployment deployment, ConfigFeed feed) {
        return new Revisions(store(dir), deployment, feed, AuditTrails.none());
    }

    public static Candidate submitted(String document) {
        return new Candidate(Origin.SUBMITTED, document, "alice", "a try");
    }

    static RevisionStore store(Path dir) {
        return new RevisionStore(dir, new ObjectMapper().findAndRegisterModules());
    }
}
