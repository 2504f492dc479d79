package dev.turnout.config.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Appends to the audit table. Blocks: call it from a worker or virtual thread. */
@ApplicationScoped
public class AuditLog implements PanacheRepository<AuditEntry> {

    private final Clock clock = Clock.systemUTC();

    /** Appends one entry; {@code detail} is cut to what the column holds. */
    @Transactional
    public void append(String actor, String action, @Nullable Long revision, String detail) {
        var entry = new AuditEntry();
        entry.at = clock.instant();
        entry.actor = actor;
        entry.action = action;
        entry.revision = revision;
        entry.detail = detail.length() > 4000 ? detail.substring(0, 4000) : detail;
        persist(entry);
    }
}
