package dev.turnout.config.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did to the control plane. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(nullable = false)
    Instant at = Instant.EPOCH;

    @Column(nullable = false)
    String actor = "";

    @Column(nullable = false)
    String action = "";

    @Nullable Long revision;

    @Column(nullable = false)
    String detail = "";
}
