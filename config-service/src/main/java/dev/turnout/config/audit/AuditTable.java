package dev.turnout.config.audit;

import java.util.function.Consumer;

/**
 * The table of the audit log, made or brought up to date before the first entry: a process must
 * start where there is no database yet. For one thread.
 */
final class AuditTable implements Consumer<AuditEntry> {

    private final Runnable migration;
    private final Consumer<AuditEntry> log;
    private boolean migrated;

    AuditTable(Runnable migration, Consumer<AuditEntry> log) {
        this.migration = migration;
        this.log = log;
    }

    /** Appends one entry. A migration that failed is tried again with the next one. */
    @Override
    public void accept(AuditEntry entry) {
        if (!migrated) {
            migration.run();
            migrated = true;
        }
        log.accept(entry);
    }
}
