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

    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_DETAIL = 4000;

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

    /** An entry whose texts are cut to what the columns hold. */
    static AuditEntry of(
            Instant at, String actor, String action, @Nullable Long revision, String detail) {
        var entry = new AuditEntry();
        entry.at = at;
        entry.actor = cut(actor, LONGEST_ACTOR);
        entry.action = action;
        entry.revision = revision;
        entry.detail = cut(detail, LONGEST_DETAIL);
        return entry;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
