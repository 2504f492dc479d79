package dev.turnout.config.audit;

/** Audit trails for tests that are about something else. */
public final class AuditTrails {

    private AuditTrails() {}

    public static AuditTrail none() {
        return new AuditTrail(entry -> {}, false);
    }
}
