package dev.turnout.config.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The audit table. Blocks: call it from a worker or virtual thread. */
@ApplicationScoped
public class AuditLog implements PanacheRepository<AuditEntry> {

    /** Appends one entry, in a transaction of its own. */
    @Transactional
    public void append(AuditEntry entry) {
        persist(entry);
    }
}
