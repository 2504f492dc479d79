package dev.turnout.config.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private final List<AuditEntry> kept = new ArrayList<>();

    @Test
    void entriesAreKeptInOrder() throws InterruptedException {
        var trail = new AuditTrail(kept::add, true);

        trail.add("alice", "config.accepted", 1L, "first");
        trail.add("bob", "config.refused", null, "second");
        trail.close();

        assertThat(kept).extracting(entry -> entry.actor).containsExactly("alice", "bob");
    }

    @Test
    void aDatabaseThatFailsCostsItsEntryOnly() throws InterruptedException {
        var trail =
                new AuditTrail(
                        entry -> {
                            if (entry.detail.equals("first")) {
                                throw new IllegalStateException("the database is away");
                            }
                            kept.add(entry);
                        },
                        true);

        trail.add("alice", "config.accepted", 1L, "first");
        trail.add("alice", "config.accepted", 2L, "second");
        trail.close();

        assertThat(kept).extracting(entry -> entry.detail).containsExactly("second");
    }

    @Test
    void withoutADatabaseNothingIsAppended() throws InterruptedException {
        var trail = new AuditTrail(kept::add, false);

        trail.add("alice", "config.accepted", 1L, "first");
        trail.close();

        assertThat(kept).isEmpty();
    }

    @Test
    void textsAreCutToWhatTheColumnsHold() throws InterruptedException {
        var trail = new AuditTrail(kept::add, true);

        trail.add("a".repeat(300), "config.accepted", 1L, "d".repeat(5000));
        trail.close();

        assertThat(kept)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.actor).hasSize(200);
                            assertThat(entry.detail).hasSize(4000);
                        });
    }
}
