package dev.turnout.config.status;

import dev.turnout.config.acknowledgement.Acknowledgements;
import dev.turnout.config.keys.KeyFile;
import dev.turnout.config.revision.Revisions;

/** Makes the report for tests of what uses it. */
public final class StatusReports {

    private StatusReports() {}

    public static StatusReport of(
            Revisions revisions, KeyFile keys, Acknowledgements acknowledgements) {
        return new StatusReport(revisions, keys, acknowledgements);
    }
}
